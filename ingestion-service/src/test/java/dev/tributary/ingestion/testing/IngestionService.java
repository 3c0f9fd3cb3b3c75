package dev.tributary.ingestion.testing;

import dev.tributary.ingestion.IngestionApp;
import dev.tributary.ingestion.IngestionConfig;
import dev.tributary.ingestion.v1.CatalogServiceGrpc;
import dev.tributary.ingestion.v1.CatalogServiceGrpc.CatalogServiceBlockingStub;
import dev.tributary.ingestion.v1.FeedServiceGrpc;
import dev.tributary.ingestion.v1.FeedServiceGrpc.FeedServiceBlockingStub;
import dev.tributary.ingestion.v1.ObservationServiceGrpc;
import dev.tributary.ingestion.v1.ObservationServiceGrpc.ObservationServiceBlockingStub;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.group.GroupConfig;
import dev.tributary.runtime.server.RunningService;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestClients;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.runtime.testing.TestServer;
import io.grpc.Channel;
import java.nio.file.Path;
import java.util.Optional;

/** The whole service on a real port with a real database, and its clients. */
public final class IngestionService implements AutoCloseable {
  private final FixedClock clock;
  private final RunningService service;
  private final TestClients clients;

  private IngestionService(DatabaseConfig database, FixedClock clock) {
    this.clock = clock;
    this.service =
        IngestionApp.create(
            new IngestionConfig(
                TestServer.config(),
                database,
                GroupConfig.standard(database),
                Optional.of(TestPersons.ID_KEY),
                Path.of("unused")),
            clock);
    this.clients = new TestClients(service.target());
  }

  /** A service that knows nothing yet; its clock stands at noon of 2026-03-12. */
  public static IngestionService start() {
    return start(TestDatabases.H2.fresh());
  }

  /** A service on a database of the caller's. */
  public static IngestionService start(DatabaseConfig database) {
    return new IngestionService(database, FixedClock.at("2026-03-12T12:00:00Z"));
  }

  public FixedClock clock() {
    return clock;
  }

  public CatalogServiceBlockingStub catalog(String workspace, Scope... scopes) {
    return CatalogServiceGrpc.newBlockingStub(channel(workspace, scopes));
  }

  public ObservationServiceBlockingStub observations(String workspace, Scope... scopes) {
    return ObservationServiceGrpc.newBlockingStub(channel(workspace, scopes));
  }

  public FeedServiceBlockingStub feed(String workspace, Scope... scopes) {
    return FeedServiceGrpc.newBlockingStub(channel(workspace, scopes));
  }

  public Channel channel(String workspace, Scope... scopes) {
    return clients.channel(workspace, scopes);
  }

  public Channel channelWithoutKey() {
    return clients.channelWithoutKey();
  }

  @Override
  public void close() {
    clients.close();
    service.close();
  }
}
