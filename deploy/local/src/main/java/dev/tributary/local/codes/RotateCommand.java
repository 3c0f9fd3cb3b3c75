package dev.tributary.local.codes;

import com.google.protobuf.util.Durations;
import dev.tributary.attribution.v1.CodeRotation;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.RotatePromoCodesRequest;
import dev.tributary.attribution.v1.RotatePromoCodesResponse;
import dev.tributary.attribution.v1.RotatedUses;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.command.Amounts;
import dev.tributary.local.command.Moments;
import dev.tributary.local.command.Spans;
import dev.tributary.local.importing.MadeIds;
import dev.tributary.local.output.TextTable;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replaces codes that must go. */
@Command(
    name = "rotate",
    description =
        "Replaces codes, for example leaked ones, by new ones of the same owner with the same"
            + " terms. All of them or none. Safe to call again.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary codes rotate EMILY10 EMILYGLOW --uses-since 2026-11-10 --validate",
      "  tributary codes rotate EMILY10 EMILYGLOW --uses-since 2026-11-10 --uses hold",
      "  tributary codes rotate EMILY10 EMILYGLOW BO15 BOGLOW --grace 2d"
    })
final class RotateCommand implements Callable<Integer> {
  /** What becomes of uses. */
  enum Uses {
    /** They keep their credit. */
    KEEP,
    /** They are not paid for until somebody decides. */
    HOLD,
    /** Nobody is credited for them. */
    REJECT
  }

  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Mixin private CodeOptions options = new CodeOptions();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "From when on the new codes are valid (default: now).")
  private @Nullable String at;

  @Option(
      names = "--grace",
      paramLabel = "SPAN",
      description =
          "How long the old ones stay valid after that, such as 2d (default: not at all).")
  private @Nullable String grace;

  @Option(
      names = "--uses-since",
      paramLabel = "TIME",
      description = "Tell what is in question since then, per creator.")
  private @Nullable String usesSince;

  @Option(
      names = "--uses",
      paramLabel = "WHAT",
      description =
          "What becomes of the uses since --uses-since: keep, hold or reject (default: keep).")
  private Uses uses = Uses.KEEP;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Id of the rotation, chosen by you (default: made of the codes).")
  private @Nullable String id;

  @Option(names = "--validate", description = "Only show what would be.")
  private boolean validate;

  @Parameters(
      arity = "2..*",
      hideParamSyntax = true,
      paramLabel = "OLD NEW ...",
      description = "Pairs of an old code and its new one.")
  private List<String> codes = List.of();

  @Override
  public Integer call() {
    if (codes.size() % 2 != 0) {
      throw new IllegalArgumentException(
          "%d codes (expected: pairs of an old and a new one)".formatted(codes.size()));
    }
    if (uses != Uses.KEEP && usesSince == null) {
      throw new IllegalArgumentException("--uses (expected: with --uses-since)");
    }
    try (Peers peers = connect.open()) {
      RotatePromoCodesRequest request = request(peers);
      RotatePromoCodesResponse answer = peers.promoCodes().rotatePromoCodes(request);
      System.out.println(validate ? "would be" : "rotated");
      codes(answer).forEach(System.out::println);
      if (usesSince != null) {
        System.out.println();
        effects(answer).forEach(System.out::println);
      }
      if (answer.hasOutcome()) {
        System.out.printf(
            "%,d orders %s%s%n",
            answer.getOutcome().getOrderCount(),
            validate ? "would be " : "",
            uses == Uses.HOLD ? "held" : "rejected");
      }
      return 0;
    }
  }

  private RotatePromoCodesRequest request(Peers peers) {
    String given = id;
    RotatePromoCodesRequest.Builder request =
        RotatePromoCodesRequest.newBuilder()
            .setRotationId(
                given == null ? MadeIds.of("rotation", codes.toArray(String[]::new)) : given)
            .setUses(RotatedUses.valueOf("ROTATED_USES_" + uses.name()))
            .setValidateOnly(validate);
    if (uses != Uses.KEEP) {
      request.setActor(System.getProperty("user.name", "unknown")).setReason(reason());
    }
    for (int i = 0; i < codes.size(); i += 2) {
      PromoCode old = KnownCode.find(peers, options.storefront(), codes.get(i));
      request.addRotations(
          CodeRotation.newBuilder()
              .setOldCodeId(old.getCodeId())
              .setNewCodeId(MadeIds.code(options.storefront(), codes.get(i + 1)))
              .setNewCode(codes.get(i + 1)));
    }
    String effective = at;
    if (effective != null) {
      request.setEffectiveTime(ProtoTimes.toProto(Moments.parse("--at", effective)));
    }
    String span = grace;
    if (span != null) {
      request.setGrace(Durations.fromSeconds(Spans.parse("--grace", span).toSeconds()));
    }
    String since = usesSince;
    if (since != null) {
      request.setUsesSince(ProtoTimes.toProto(Moments.parse("--uses-since", since)));
    }
    return request.build();
  }

  /** Of many codes only their number, since a reason is not as long as they may be. */
  private String reason() {
    return codes.size() == 2
        ? "replaced by " + codes.get(1)
        : "%d codes replaced".formatted(codes.size() / 2);
  }

  private static List<String> codes(RotatePromoCodesResponse answer) {
    TextTable table = new TextTable(List.of("old", "valid until", "new", "valid from", "creator"));
    answer
        .getRotatedList()
        .forEach(
            pair ->
                table.add(
                    List.of(
                        pair.getOldCode().getCode(),
                        ProtoTimes.toInstant(pair.getOldCode().getEndTime()).toString(),
                        pair.getNewCode().getCode(),
                        ProtoTimes.toInstant(pair.getNewCode().getStartTime()).toString(),
                        pair.getNewCode().getOwner().getCreatorId())));
    return table.lines("");
  }

  private List<String> effects(RotatePromoCodesResponse answer) {
    if (answer.getEffectsCount() == 0) {
      return List.of("no uses since " + usesSince);
    }
    TextTable table = new TextTable(List.of("in question", "uses", "net credit"));
    answer
        .getEffectsList()
        .forEach(
            effect ->
                table.add(
                    List.of(
                        effect.getCreatorId(),
                        Long.toString(effect.getUses()),
                        effect.getNetCreditList().stream()
                            .map(Amounts::text)
                            .collect(Collectors.joining(", ")))));
    return table.lines("");
  }
}
