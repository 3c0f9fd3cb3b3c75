package dev.tributary.local.suite;

import dev.tributary.attribution.AttributionApp;
import dev.tributary.attribution.AttributionConfig;
import dev.tributary.ingestion.IngestionApp;
import dev.tributary.ingestion.IngestionConfig;
import dev.tributary.local.client.Targets;
import dev.tributary.metrics.MetricsApp;
import dev.tributary.metrics.MetricsConfig;
import dev.tributary.reporting.ReportingApp;
import dev.tributary.reporting.ReportingConfig;
import dev.tributary.runtime.server.RunningService;
import dev.tributary.runtime.settings.Settings;
import dev.tributary.runtime.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All four services in one JVM. Each has its own port and database file and talks to the others by
 * gRPC over loopback, exactly as when they run apart; nothing is shared but the process.
 */
public final class LocalSuite implements AutoCloseable {
  private final Deque<RunningService> running = new ArrayDeque<>();
  private final Path dataDir;
  private final Access access;
  private final Telemetry telemetry;
  private final Clock clock;

  private LocalSuite(Path dataDir, Access access, Telemetry telemetry, Clock clock) {
    this.dataDir = dataDir;
    this.access = access;
    this.telemetry = telemetry;
    this.clock = clock;
  }

  /** Starts the services without measuring them. */
  public static Started start(Path dataDir, Ports ports, Access access, Clock clock) {
    return start(dataDir, ports, access, Telemetry.none(), clock);
  }

  /**
   * Starts the services, those first that the others ask.
   *
   * @param dataDir where the database files are; made when it does not exist
   * @param telemetry measures all four
   * @throws RuntimeException if one cannot start; those started before are stopped again
   */
  public static Started start(
      Path dataDir, Ports ports, Access access, Telemetry telemetry, Clock clock) {
    LocalSuite suite = new LocalSuite(dataDir, access, telemetry, clock);
    boolean ready = false;
    try {
      Targets targets = suite.startAll(ports);
      ready = true;
      return new Started(suite, targets);
    } finally {
      if (!ready) {
        suite.close();
      }
    }
  }

  /**
   * Starts metrics and reporting only, beside the two services that they follow and ask.
   *
   * @param ingestion where ingestion listens
   * @param attribution where attribution listens
   * @throws RuntimeException if one cannot start; one started before is stopped again
   */
  static Started startBeside(
      String ingestion, String attribution, Path dataDir, Ports ports, Access access, Clock clock) {
    LocalSuite suite = new LocalSuite(dataDir, access, Telemetry.none(), clock);
    boolean ready = false;
    try {
      Targets targets = suite.startFollowers(ingestion, attribution, ports);
      ready = true;
      return new Started(suite, targets);
    } finally {
      if (!ready) {
        suite.close();
      }
    }
  }

  private Targets startAll(Ports ports) {
    String ingestion =
        start(
            ports.ingestion(),
            access.ofCalled(),
            IngestionConfig::from,
            config -> IngestionApp.create(config, telemetry, clock));
    String attribution =
        start(
            ports.attribution(),
            access.ofCalled(),
            AttributionConfig::from,
            config -> AttributionApp.create(config, telemetry, clock));
    return startFollowers(ingestion, attribution, ports);
  }

  private Targets startFollowers(String ingestion, String attribution, Ports ports) {
    List<String> peers = new ArrayList<>(access.ofFollower());
    peers.add("--ingestion-target=" + ingestion);
    peers.add("--attribution-target=" + attribution);
    String metrics =
        start(
            ports.metrics(),
            peers,
            MetricsConfig::from,
            config -> MetricsApp.create(config, telemetry, clock));
    peers.add("--metrics-target=" + metrics);
    String reporting =
        start(
            ports.reporting(),
            peers,
            ReportingConfig::from,
            config -> ReportingApp.create(config, telemetry, clock));
    return new Targets(ingestion, metrics, attribution, reporting);
  }

  /** Starts one service the way its own main does, from settings. */
  private <C> String start(
      int port,
      List<String> arguments,
      Function<Settings, C> read,
      Function<C, RunningService> create) {
    // No balancer stands before services of one process, so none needs time to notice an end.
    List<String> all =
        new ArrayList<>(List.of("--port=" + port, "--data-dir=" + dataDir, "--drain=0s"));
    all.addAll(arguments);
    Settings settings = Settings.of(Map.of(), all);
    C config = read.apply(settings);
    settings.finish();
    RunningService service = create.apply(config);
    running.push(service);
    return service.target();
  }

  /** Stops the services, those first that ask the others. */
  @Override
  public void close() {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }

  /**
   * A started suite and where its services are.
   *
   * @param suite to be closed
   * @param targets for clients
   */
  public record Started(LocalSuite suite, Targets targets) implements AutoCloseable {
    @Override
    public void close() {
      suite.close();
    }
  }
}
