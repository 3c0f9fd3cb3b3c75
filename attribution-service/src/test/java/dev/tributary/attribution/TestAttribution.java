package dev.tributary.attribution;

import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.group.GroupConfig;
import dev.tributary.runtime.server.RunningService;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestClients;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.runtime.testing.TestServer;
import io.grpc.Channel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole service on a real port and a fresh database, with a clock that a test can move. */
public final class TestAttribution implements AutoCloseable {
  /** What the clock shows at first. */
  public static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

  /** What persons are hashed with. */
  static final Secret ID_KEY = new Secret("0123456789abcdef".repeat(4));

  private static final AtomicInteger WORKSPACES = new AtomicInteger();

  private final DatabaseConfig database;
  private final FixedClock clock;
  private final RunningService service;
  private final TestClients clients;

  private TestAttribution(DatabaseConfig database) {
    this.database = database;
    this.clock = FixedClock.at(NOW);
    this.service =
        AttributionApp.create(
            new AttributionConfig(
                TestServer.config(),
                database,
                GroupConfig.standard(database),
                Optional.of(ID_KEY),
                Path.of("no-key-file-is-made")),
            clock);
    this.clients = new TestClients(service.target());
  }

  /** Starts the service on a fresh database. */
  public static TestAttribution start(TestDatabases kind) {
    return new TestAttribution(kind.fresh());
  }

  /** Starts another process of the service on a database that one already uses. */
  public static TestAttribution startOn(DatabaseConfig database) {
    return new TestAttribution(database);
  }

  /** A workspace that no other test uses. */
  public static String newWorkspace() {
    return "ws-" + WORKSPACES.incrementAndGet();
  }

  /** A channel for stubs that call as the workspace; without scopes it has all of them. */
  public Channel channel(String workspace, Scope... scopes) {
    return clients.channel(workspace, scopes);
  }

  /** The clock that the service looks at. */
  public FixedClock clock() {
    return clock;
  }

  /** Where the service keeps its data. */
  public DatabaseConfig database() {
    return database;
  }

  @Override
  public void close() {
    clients.close();
    service.close();
  }
}
