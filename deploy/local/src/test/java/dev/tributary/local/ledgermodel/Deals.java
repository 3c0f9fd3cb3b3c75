package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CommissionBonus;
import dev.tributary.attribution.v1.CommissionCaps;
import dev.tributary.attribution.v1.CommissionRate;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.CommissionTier;
import dev.tributary.attribution.v1.CommissionTiers;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.FlatCommission;
import dev.tributary.attribution.v1.HoldingStart;
import dev.tributary.type.v1.Money;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What each collaboration was promised, each something else. */
final class Deals {
  private Deals() {}

  /** By the collaboration's id. */
  static Map<String, CommissionTerms> all() {
    Map<String, CommissionTerms> all = new TreeMap<>();
    put(
        all,
        terms("anna", "spring", 1_000)
            .setRate(
                CommissionRate.newBuilder()
                    .setBasisPoints(1_000)
                    .addFlats(
                        FlatCommission.newBuilder()
                            .setType(ConversionType.CONVERSION_TYPE_SIGN_UP)
                            .setAmount(money("EUR", 150))))
            .addBonuses(
                CommissionBonus.newBuilder()
                    .setBonusId("well-done")
                    .setAmount(money("EUR", 33))
                    .setNetSales(money("EUR", 900))));
    put(all, terms("anna", "summer", 1_250).setHoldingDays(3));
    put(all, terms("bo", "spring", 333).addMinimumPayouts(money("EUR", 50)));
    put(
        all,
        terms("bo", "summer", 10_000)
            .setCaps(
                CommissionCaps.newBuilder()
                    .addOrder(money("EUR", 300))
                    .addOrder(money("JPY", 200))));
    put(
        all,
        terms("cem", "spring", 725)
            .setHoldingDays(2)
            .setHoldingStart(HoldingStart.HOLDING_START_LAST_POSTING));
    put(all, terms("cem", "summer", 1));
    put(
        all,
        terms("dora", "spring", 2_500)
            .setTiers(
                CommissionTiers.newBuilder().addTiers(tier(400, 3_333)).addTiers(tier(1_500, 7))));
    return all;
  }

  private static CommissionTerms.Builder terms(String creator, String campaign, int basisPoints) {
    return CommissionTerms.newBuilder()
        .setOwner(RandomShop.owner(creator, campaign))
        .setStartTime(Moments.of(Services.START.minus(Duration.ofDays(365))))
        .setRate(CommissionRate.newBuilder().setBasisPoints(basisPoints));
  }

  private static void put(Map<String, CommissionTerms> all, CommissionTerms.Builder terms) {
    all.put(terms.getOwner().getCollaborationId(), terms.build());
  }

  private static CommissionTier tier(long fromMinor, int basisPoints) {
    return CommissionTier.newBuilder()
        .setFromSales(money("EUR", fromMinor))
        .setRate(CommissionRate.newBuilder().setBasisPoints(basisPoints))
        .build();
  }

  private static Money money(String currency, long minor) {
    return Money.newBuilder().setCurrencyCode(currency).setMinorUnits(minor).build();
  }
}
