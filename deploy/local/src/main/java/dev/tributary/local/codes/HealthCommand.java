package dev.tributary.local.codes;

import dev.tributary.attribution.v1.CodeHealth;
import dev.tributary.attribution.v1.CodeHealthStatus;
import dev.tributary.attribution.v1.CodePeers;
import dev.tributary.attribution.v1.GetCodeHealthRequest;
import dev.tributary.attribution.v1.GetCodeHealthResponse;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.Peers;
import dev.tributary.local.command.Moments;
import dev.tributary.local.command.Names;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges how codes are used. */
@Command(
    name = "health",
    description =
        "Judges how codes are used, against their own history and against codes of the same "
            + " platform, "
            + "and says what to do about those that seem to have leaked. It changes nothing. "
            + "Ends with 2 when a code is suspect.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary codes health --campaign spring-glow --region DE --region AT",
      "  tributary codes health EMILY10 --from 2026-11-10 --to 2026-11-20 --signals"
    })
final class HealthCommand implements Callable<Integer> {
  private static final int EXIT_SUSPECT = 2;
  private static final int CODES_MAX = 100;

  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Mixin private CodeOptions options = new CodeOptions();

  @Option(names = "--campaign", paramLabel = "ID", description = "All codes of this campaign.")
  private String campaign = "";

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How many days up to now are judged (default: ${DEFAULT-VALUE}).")
  private int days = 7;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Judge from then on instead, with --to.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Judge until then.")
  private @Nullable String to;

  @Option(
      names = "--baseline-days",
      paramLabel = "N",
      description = "How many days before are their history, 14-366 (default: 56).")
  private int baselineDays;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Where the audience is, such as DE; repeatable.")
  private List<String> regions = List.of();

  @Option(
      names = "--coupon-host",
      paramLabel = "HOST",
      description = "A coupon site beside those that are known; repeatable.")
  private List<String> couponHosts = List.of();

  @Option(names = "--signals", description = "Show every signal with its figures.")
  private boolean signals;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: table).")
  private Format format = Format.TABLE;

  @Parameters(arity = "0..*", paramLabel = "CODE", description = "Codes as customers type them.")
  private List<String> typed = List.of();

  @Override
  public Integer call() {
    if (typed.isEmpty() == campaign.isEmpty() || typed.size() > CODES_MAX) {
      throw new IllegalArgumentException(
          "codes: %d (expected: 1-%d, or --campaign)".formatted(typed.size(), CODES_MAX));
    }
    try (Peers peers = connect.open()) {
      List<PromoCode> known = new PagedLists(peers).codes("");
      GetCodeHealthResponse answer = peers.analysis().getCodeHealth(request(peers, known));
      Map<String, String> names =
          known.stream().collect(Collectors.toMap(PromoCode::getCodeId, PromoCode::getCode));
      grid(answer, names).print(format, answer, System.out);
      if (signals && format == Format.TABLE) {
        System.out.println();
        signalGrid(answer, names).print(Format.TABLE, answer, System.out);
      }
      return answer.getCodesList().stream().anyMatch(HealthCommand::isSuspect) ? EXIT_SUSPECT : 0;
    }
  }

  private GetCodeHealthRequest request(Peers peers, List<PromoCode> known) {
    GetCodeHealthRequest.Builder request =
        GetCodeHealthRequest.newBuilder()
            .setCampaignId(campaign)
            .setWindow(window())
            .setBaselineDays(baselineDays)
            .addAllExpectedRegions(regions)
            .addAllCouponHosts(couponHosts)
            .addAllPeerGroups(groups(peers, known));
    typed.forEach(
        code -> request.addCodeIds(KnownCode.find(peers, options.storefront(), code).getCodeId()));
    return request.build();
  }

  private static List<CodePeers> groups(Peers peers, List<PromoCode> known) {
    return PeerGroups.byPlatform(known, new PagedLists(peers).creators());
  }

  private TimeRange window() {
    String start = from;
    String end = to;
    if ((start == null) != (end == null)) {
      throw new IllegalArgumentException("--from, --to (expected: both)");
    }
    Instant now = Clock.systemUTC().instant();
    Instant first =
        start == null ? now.minus(Duration.ofDays(days)) : Moments.parse("--from", start);
    return TimeRange.newBuilder()
        .setStartTime(ProtoTimes.toProto(first))
        .setEndTime(ProtoTimes.toProto(end == null ? now : Moments.parse("--to", end)))
        .build();
  }

  private static Grid grid(GetCodeHealthResponse answer, Map<String, String> names) {
    Grid grid = new Grid(List.of("code", "status", "score", "uses", "before", "action", "why"));
    for (CodeHealth health : answer.getCodesList()) {
      grid.add(
          Stream.of(
                  names.getOrDefault(health.getCodeId(), health.getCodeId()),
                  Names.plain("CODE_HEALTH_STATUS_", health.getStatus().name()),
                  health.hasScore() ? Integer.toString(health.getScore()) : "—",
                  Long.toString(health.getUseCount()),
                  Long.toString(health.getBaselineUseCount()),
                  Names.plain("CODE_ACTION_", health.getAction().name()),
                  health.getReason())
              .map(Cell::text)
              .toList());
    }
    return grid;
  }

  private static Grid signalGrid(GetCodeHealthResponse answer, Map<String, String> names) {
    Grid grid = new Grid(List.of("code", "signal", "points", "of", "what it says"));
    for (CodeHealth health : answer.getCodesList()) {
      health
          .getSignalsList()
          .forEach(
              signal -> {
                List<Cell> row = new ArrayList<>();
                row.add(Cell.text(names.getOrDefault(health.getCodeId(), health.getCodeId())));
                row.add(Cell.text(Names.plain("CODE_SIGNAL_KIND_", signal.getKind().name())));
                row.add(
                    Cell.text(
                        signal.hasContribution()
                            ? Integer.toString(signal.getContribution())
                            : "—"));
                row.add(Cell.text(Integer.toString(signal.getWeight())));
                row.add(Cell.text(signal.getMessage()));
                grid.add(row);
              });
    }
    return grid;
  }

  private static boolean isSuspect(CodeHealth health) {
    return health.getStatus() == CodeHealthStatus.CODE_HEALTH_STATUS_SUSPECT;
  }
}
