package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.CreatorIdentities;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.attribution.v1.TouchScope;
import dev.tributary.attribution.v1.UtmParameters;
import dev.tributary.type.v1.Money;
import java.util.List;

/** What the shop has before anything happens: two storefronts, codes of every policy, links. */
final class RandomShop {
  static final String MAIN = "main";

  /** Judges touches of all channels; its prices include tax. */
  static final String OTHER = "other";

  static final List<String> LINKS =
      List.of("anna-1", "anna-2", "bo-1", "cem-1", "dora-1", "newsletter", "made-later");

  /** Sources of links; that of two owners' links fits neither. */
  static final List<String> SOURCES =
      List.of("anna-1", "BO-1 ", "newsletter", "of-two", "unheard-of");

  static final List<String> CODES =
      List.of(
          "ANNA10",
          "BOLINK",
          "CEMINVOLVED",
          "DORALAST",
          "ANNASPLIT",
          "BOSPLIT",
          "BOTOO",
          "NOBODYS",
          "UPTONOW",
          "FROMNOW",
          "LATER",
          "UNKNOWN",
          "TWOUSES",
          "ONCEEACH",
          "FIRSTONLY",
          "SMALLBUDGET",
          "FROM500");

  /** Those that have limits, or had. */
  static final List<String> LIMITED =
      List.of("TWOUSES", "ONCEEACH", "FIRSTONLY", "SMALLBUDGET", "FROM500");

  static final List<String> CREATORS = List.of("anna", "bo", "cem", "dora");

  private RandomShop() {}

  static void furnish(Tellers tellers) {
    Teller teller = tellers.facts();
    teller.has(Storefront.newBuilder().setStorefrontId(MAIN).setCurrencyCode("EUR").build());
    teller.has(
        Storefront.newBuilder()
            .setStorefrontId(OTHER)
            .setCurrencyCode("JPY")
            .setTaxMode(TaxMode.TAX_MODE_INCLUDED)
            .setTouchScope(TouchScope.TOUCH_SCOPE_ALL_CHANNELS)
            .build());
    teller.has(link("anna-1", "anna-1").setOwner(owner("anna", "spring")).build());
    teller.has(link("anna-2", "anna-2").setOwner(owner("anna", "summer")).build());
    teller.has(link("bo-1", "bo-1").setOwner(owner("bo", "spring")).build());
    teller.has(link("cem-1", "of-two").setOwner(owner("cem", "spring")).build());
    teller.has(link("dora-1", "of-two").setOwner(owner("dora", "spring")).build());
    teller.has(link("newsletter", "newsletter").build());
    for (int i = 0; i < CREATORS.size(); i++) {
      tellers
          .holds()
          .names(
              CreatorIdentities.newBuilder()
                  .setCreatorId(CREATORS.get(i))
                  .addCustomerIds("customer-" + i)
                  .addVisitorIds("visitor-" + i)
                  .addEmails(RandomOrders.EMAILS.get(i))
                  .build());
    }
    Deals.all().values().forEach(tellers.commissions()::has);
    for (String storefront : List.of(MAIN, OTHER)) {
      furnish(tellers.codes(), storefront);
    }
  }

  private static void furnish(CodeTeller teller, String storefront) {
    code(teller, storefront, "ANNA10", "anna", CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_WINS);
    code(teller, storefront, "BOLINK", "bo", CodeCreditPolicy.CODE_CREDIT_POLICY_LINK_WINS);
    code(
        teller,
        storefront,
        "CEMINVOLVED",
        "cem",
        CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_IF_INVOLVED);
    code(teller, storefront, "DORALAST", "dora", CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_IF_LAST);
    code(teller, storefront, "ANNASPLIT", "anna", CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT);
    code(teller, storefront, "BOSPLIT", "bo", CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT);
    code(teller, storefront, "BOTOO", "bo", CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_WINS);
    teller.has(
        PromoCode.newBuilder()
            .setCodeId(storefront + "-NOBODYS")
            .setCode("NOBODYS")
            .setStorefrontId(storefront)
            .setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_WINS)
            .build());
    for (String limited : LIMITED) {
      teller.has(
          code(storefront, limited, "dora", CodeCreditPolicy.CODE_CREDIT_POLICY_LINK_WINS)
              .setLimits(limits(limited))
              .build());
    }
    teller.has(
        code(storefront, "UPTONOW", "cem", CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_WINS)
            .setEndTime(Moments.of(Services.START))
            .build());
    teller.has(
        code(storefront, "FROMNOW", "dora", CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_WINS)
            .setStartTime(Moments.of(Services.START))
            .build());
  }

  /** The limits that a code has from the beginning. */
  static CodeLimits limits(String code) {
    CodeLimits.Builder limits = CodeLimits.newBuilder();
    switch (code) {
      case "TWOUSES" -> limits.setMaxUses(2);
      case "ONCEEACH" -> limits.setMaxUsesPerCustomer(1).setMaxUses(4);
      case "FIRSTONLY" -> limits.setFirstOrderOnly(true);
      case "SMALLBUDGET" -> limits.setBudget(euros(7));
      default -> limits.addMinimumAmounts(euros(500));
    }
    return limits.build();
  }

  private static Money euros(long cents) {
    return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(cents).build();
  }

  /** Whether a code, or one that it took the place of, has or had limits. */
  static boolean isLimited(String code) {
    return LIMITED.stream().anyMatch(code::startsWith);
  }

  static Owner owner(String creator, String campaign) {
    return Owner.newBuilder()
        .setCollaborationId(creator + "-in-" + campaign)
        .setCreatorId(creator)
        .setCampaignId(campaign)
        .build();
  }

  static Link.Builder link(String linkId, String source) {
    return Link.newBuilder()
        .setLinkId(linkId)
        .setDestinationUrl("https://shop.example/")
        .setUtm(utm(source));
  }

  static UtmParameters utm(String source) {
    return UtmParameters.newBuilder().setSource(source).setMedium("creator").build();
  }

  private static void code(
      CodeTeller teller, String storefront, String code, String creator, CodeCreditPolicy policy) {
    teller.has(code(storefront, code, creator, policy).build());
  }

  static PromoCode.Builder code(
      String storefront, String code, String creator, CodeCreditPolicy policy) {
    PromoCode.Builder builder =
        PromoCode.newBuilder()
            .setCodeId(storefront + "-" + code)
            .setCode(code)
            .setStorefrontId(storefront)
            .setOwner(owner(creator, "spring"))
            .setCreditPolicy(policy);
    return policy == CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT
        ? builder.setSplitBasisPoints(3_750)
        : builder;
  }
}
