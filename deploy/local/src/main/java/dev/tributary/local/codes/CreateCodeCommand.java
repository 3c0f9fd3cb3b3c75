package dev.tributary.local.codes;

import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.CodeEnforcement;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.RefusedException;
import dev.tributary.local.command.Moments;
import dev.tributary.local.importing.MadeIds;
import dev.tributary.local.output.Format;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.Verdict;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates one code. */
@Command(
    name = "create",
    description = "Creates a code. Many at once: 'import --kind codes'.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary codes create EMILY10 --collaboration spring-emily --creator emily \\",
      "    --campaign spring --until 2026-06-01 --discount 10%%",
      "  tributary codes create VIP --max-uses 1000 --per-customer 1"
    })
final class CreateCodeCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Mixin private CodeOptions options = new CodeOptions();

  @Mixin private LimitOptions limits = new LimitOptions();

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Its id (default: made of the code, as import does).")
  private @Nullable String id;

  @Option(
      names = "--collaboration",
      paramLabel = "ID",
      description = "Whose it is; without, the shop's own.")
  private String collaboration = "";

  @Option(names = "--creator", paramLabel = "ID", description = "Wanted with --collaboration.")
  private String creator = "";

  @Option(names = "--campaign", paramLabel = "ID", description = "Wanted with --collaboration.")
  private String campaign = "";

  @Option(names = "--from", paramLabel = "TIME", description = "First instant of validity.")
  private @Nullable String from;

  @Option(names = "--until", paramLabel = "TIME", description = "End of validity, exclusive.")
  private @Nullable String until;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description =
          "Against links: code_wins, link_wins, code_if_involved, code_if_last, or split:6000 for"
              + " 60 percent (default: ${DEFAULT-VALUE}).")
  private String policy = "code_wins";

  @Option(
      names = "--enforced-by",
      paramLabel = "WHO",
      description = "Who refuses uses: shop or tributary (default: ${DEFAULT-VALUE}).")
  private Enforcer enforcer = Enforcer.SHOP;

  @Parameters(paramLabel = "CODE", description = "The code as people see it.")
  private String code = "";

  /** Who refuses uses that the terms forbid. */
  enum Enforcer {
    /** The shop's checkout. */
    SHOP,
    /** This suite, which the checkout asks. */
    TRIBUTARY
  }

  @Override
  public Integer call() {
    PromoCode wanted = wanted();
    try (Peers peers = connect.open()) {
      Verdict verdict =
          peers
              .promoCodes()
              .createPromoCodes(CreatePromoCodesRequest.newBuilder().addPromoCodes(wanted).build())
              .getResults(0);
      RefusedException.check(verdict);
      System.out.println(code + ": " + RefusedException.word(verdict));
      CodeGrid.print(List.of(wanted), Clock.systemUTC().instant(), Format.TABLE, System.out);
      return 0;
    }
  }

  private PromoCode wanted() {
    String given = id;
    PromoCode.Builder wanted =
        PromoCode.newBuilder()
            .setCode(code)
            .setStorefrontId(options.storefront())
            .setCodeId(given == null ? MadeIds.code(options.storefront(), code) : given)
            .setEnforcedBy(CodeEnforcement.valueOf("CODE_ENFORCEMENT_" + enforcer.name()));
    if (!collaboration.isEmpty()) {
      wanted.setOwner(
          Owner.newBuilder()
              .setCollaborationId(collaboration)
              .setCreatorId(creator)
              .setCampaignId(campaign));
    } else if (!creator.isEmpty() || !campaign.isEmpty()) {
      throw new IllegalArgumentException("--creator, --campaign (expected: with --collaboration)");
    }
    String start = from;
    if (start != null) {
      wanted.setStartTime(ProtoTimes.toProto(Moments.parse("--from", start)));
    }
    String end = until;
    if (end != null) {
      wanted.setEndTime(ProtoTimes.toProto(Moments.parse("--until", end)));
    }
    limits.limits().ifPresent(wanted::setLimits);
    limits.discount().ifPresent(wanted::setDiscount);
    setPolicy(wanted);
    return wanted.build();
  }

  private void setPolicy(PromoCode.Builder wanted) {
    String[] parts = policy.split(":", 2);
    try {
      wanted.setCreditPolicy(
          CodeCreditPolicy.valueOf("CODE_CREDIT_POLICY_" + parts[0].toUpperCase(Locale.ROOT)));
      if (parts.length == 2) {
        wanted.setSplitBasisPoints(Integer.parseInt(parts[1]));
      }
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "--policy: '%s' (expected: code_wins, link_wins, code_if_involved, code_if_last or split:6000)"
              .formatted(policy),
          unknown);
    }
  }
}
