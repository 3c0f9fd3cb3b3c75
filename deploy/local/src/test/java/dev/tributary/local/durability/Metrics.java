package dev.tributary.local.durability;

import dev.tributary.metrics.MetricsApp;
import dev.tributary.metrics.MetricsConfig;
import dev.tributary.metrics.v1.KpiServiceGrpc;
import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.runtime.server.RunningService;
import dev.tributary.runtime.settings.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

/**
 * The metrics service in the test's own process, following others.
 *
 * @param config what it was told
 * @param service to be closed
 */
public record Metrics(MetricsConfig config, RunningService service) implements AutoCloseable {

  /** Follows both services into a store, from where the store stands. */
  public static Metrics follow(List<String> store, String ingestion, String attribution) {
    List<String> arguments = new ArrayList<>(arguments(store, ingestion, attribution));
    arguments.add("--port=0");
    Settings settings = Settings.of(Map.of(), arguments);
    MetricsConfig config = MetricsConfig.from(settings);
    settings.finish();
    return new Metrics(config, MetricsApp.create(config, Clock.systemUTC()));
  }

  /** What a metrics service in a process of its own is told too. */
  static List<String> arguments(List<String> store, String ingestion, String attribution) {
    List<String> arguments = new ArrayList<>(store);
    arguments.add("--ingestion-target=" + ingestion);
    arguments.add("--attribution-target=" + attribution);
    return arguments;
  }

  /** Everything that is stored when both feeds are applied up to these positions; stops it. */
  public SortedMap<String, List<String>> tablesAt(List<String> positions) {
    awaitApplied(service.target(), positions);
    close();
    return MetricsTables.read(config.database());
  }

  /** Returns when a metrics service has applied the positions. */
  public static void awaitApplied(String target, List<String> positions) {
    try (Client client = new Client(target)) {
      var unused =
          KpiServiceGrpc.newBlockingStub(client.channel())
              .withDeadlineAfter(60, TimeUnit.SECONDS)
              .queryKpis(
                  QueryKpisRequest.newBuilder()
                      .addKpiIds("posts")
                      .addAllAtLeast(positions)
                      .build());
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
