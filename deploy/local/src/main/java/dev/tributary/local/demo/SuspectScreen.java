package dev.tributary.local.demo;

import dev.tributary.attribution.v1.CodeHealth;
import dev.tributary.attribution.v1.CodeHealthStatus;
import dev.tributary.attribution.v1.CodeSignal;
import dev.tributary.attribution.v1.CodeSignalKind;
import dev.tributary.attribution.v1.GetCodeHealthRequest;
import dev.tributary.attribution.v1.GetCodeHealthResponse;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.WritePositions;
import dev.tributary.local.codes.PeerGroups;
import dev.tributary.local.command.Names;
import dev.tributary.local.demo.world.DemoWorld;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.TimeRange;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Codes that are used by people whom their creators did not send, and one that only looks so. */
final class SuspectScreen {
  private static final Duration WINDOW = Duration.ofDays(7);
  private static final List<String> AUDIENCE = List.of("DE", "AT", "CH", "SE");
  private static final int REASONS_SHOWN = 3;

  private final Peers peers;

  SuspectScreen(Peers peers) {
    this.peers = peers;
  }

  /**
   * Prints suspect codes with their reasons and what to do, and a healthy one without touches.
   *
   * @param written what must be in the judgement
   */
  void print(DemoWorld world, WritePositions written, PrintStream out) {
    GetCodeHealthResponse answer = judge(world, written);
    Map<String, String> names =
        world.codes().stream().collect(Collectors.toMap(PromoCode::getCodeId, PromoCode::getCode));
    List<CodeHealth> suspects =
        answer.getCodesList().stream().filter(SuspectScreen::isSuspect).toList();
    if (suspects.isEmpty()) {
      out.printf("%nSUSPECT  ·  no code: too few uses in a week at this scale%n");
      return;
    }
    suspects.forEach(code -> print(code, names, out));
    spoken(answer).ifPresent(code -> printSpoken(code, names, out));
  }

  private GetCodeHealthResponse judge(DemoWorld world, WritePositions written) {
    return peers
        .analysis()
        .getCodeHealth(
            GetCodeHealthRequest.newBuilder()
                .setCampaignId(world.salesCampaignId())
                .setWindow(lastWeek(world))
                .addAllExpectedRegions(AUDIENCE)
                .addAllPeerGroups(PeerGroups.byPlatform(world.codes(), world.creators()))
                .addAllAtLeast(written.tokens("attribution"))
                .build());
  }

  /** The week up to the newest order. */
  private static TimeRange lastWeek(DemoWorld world) {
    Instant end =
        world.conversions().stream()
            .map(order -> ProtoTimes.toInstant(order.getConversionTime()))
            .max(Comparator.naturalOrder())
            .orElseThrow()
            .plusSeconds(1);
    return TimeRange.newBuilder()
        .setStartTime(ProtoTimes.toProto(end.minus(WINDOW)))
        .setEndTime(ProtoTimes.toProto(end))
        .build();
  }

  private static void print(CodeHealth code, Map<String, String> names, PrintStream out) {
    String name = names.getOrDefault(code.getCodeId(), code.getCodeId());
    out.printf(
        "%nSUSPECT  ·  code %s, score %d of 100  ·  recommended: %s%n",
        name,
        code.getScore(),
        Names.plain("CODE_ACTION_", code.getAction().name()).replace('_', ' '));
    code.getSignalsList().stream()
        .filter(signal -> signal.getContribution() > 0)
        .sorted(Comparator.comparing(CodeSignal::getContribution).reversed())
        .limit(REASONS_SHOWN)
        .forEach(
            signal ->
                out.printf(
                    "  %2d of %2d  %-16s %s%n",
                    signal.getContribution(),
                    signal.getWeight(),
                    word(signal),
                    signal.getMessage()));
  }

  private static void printSpoken(CodeHealth code, Map<String, String> names, PrintStream out) {
    out.printf(
        "  and not   code %s, spoken in a podcast, score %d: without a touch %s%n",
        names.getOrDefault(code.getCodeId(), code.getCodeId()),
        code.getScore(),
        noTouch(code).map(CodeSignal::getMessage).orElse(""));
  }

  /** The healthy code with the most uses of which hardly any has a touch. */
  private static Optional<CodeHealth> spoken(GetCodeHealthResponse answer) {
    return answer.getCodesList().stream()
        .filter(code -> code.getStatus() == CodeHealthStatus.CODE_HEALTH_STATUS_OK)
        .filter(
            code ->
                noTouch(code)
                    .map(CodeSignal::getValue)
                    .filter(it -> it.getNumerator() * 10 >= it.getDenominator() * 9)
                    .isPresent())
        .max(Comparator.comparing(CodeHealth::getUseCount));
  }

  private static Optional<CodeSignal> noTouch(CodeHealth code) {
    return code.getSignalsList().stream()
        .filter(signal -> signal.getKind() == CodeSignalKind.CODE_SIGNAL_KIND_NO_TOUCH)
        .findFirst();
  }

  private static String word(CodeSignal signal) {
    return Names.plain("CODE_SIGNAL_KIND_", signal.getKind().name()).replace('_', ' ');
  }

  private static boolean isSuspect(CodeHealth code) {
    return code.getStatus() == CodeHealthStatus.CODE_HEALTH_STATUS_SUSPECT;
  }
}
