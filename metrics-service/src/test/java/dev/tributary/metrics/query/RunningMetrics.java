package dev.tributary.metrics.query;

import dev.tributary.metrics.MetricsApp;
import dev.tributary.metrics.MetricsConfig;
import dev.tributary.metrics.testing.Peers;
import dev.tributary.metrics.testing.TestLog;
import dev.tributary.metrics.v1.KpiServiceGrpc;
import dev.tributary.metrics.v1.KpiServiceGrpc.KpiServiceBlockingStub;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.RunningService;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.server.TestKeys;
import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestClients;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.runtime.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The service as it runs, with both of its feeds, and clients of it. */
final class RunningMetrics implements AutoCloseable {
  private static final int DEADLINE_SECONDS = 60;

  private final Peers peers = new Peers();
  private final TestServer feeds =
      TestServer.start(peers.ingestionService(), peers.attributionService());
  private final RunningService metrics =
      MetricsApp.create(
          new MetricsConfig(
              TestServer.config(),
              TestDatabases.H2.fresh(),
              feeds.target(),
              feeds.target(),
              Optional.of(new Secret(TestKeys.key("any", Scope.FEED)))),
          FixedClock.at("2026-06-01T00:00:00Z"));
  private final TestClients clients = new TestClients(metrics.target());
  private final Map<String, Positions> written = new TreeMap<>();

  /** Writes to ingestion. */
  void write(dev.tributary.ingestion.v1.FeedEntry entry) {
    written.put("ingestion", peers.write("key", entry));
  }

  /** Writes to attribution. */
  void write(dev.tributary.attribution.v1.FeedEntry entry) {
    written.put("attribution", peers.write("key", entry));
  }

  /** Where everything is that was written, for at_least. */
  List<String> positions() {
    return written.values().stream().map(Positions::encode).toList();
  }

  /** Calls as the workspace that everything was written to. */
  KpiServiceBlockingStub kpis() {
    return kpisOf(TestLog.WORKSPACE);
  }

  /** Calls as a workspace. */
  KpiServiceBlockingStub kpisOf(String workspace, Scope... scopes) {
    return KpiServiceGrpc.newBlockingStub(clients.channel(workspace, scopes))
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    clients.close();
    metrics.close();
    feeds.close();
  }
}
