package dev.tributary.local.durability;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.suite.ServiceProcess;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.testing.Seeds;
import dev.tributary.runtime.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of each service share a PostgreSQL database. One of each is killed with kill -9 in
 * the middle of the load; the others go on, and the follower that is left takes the lease over.
 */
class TwoProcessesTest {
  private static final int BATCHES = 300;
  private static final int BATCHES_BEFORE_KILL = 80;

  private static final Sales SHOP = Sales.ofTheLastTwoDays();

  /** Nobody listens there; the feed of ingestion is none of this test's business. */
  private static final String NOBODY = "127.0.0.1:1";

  private final DatabaseConfig sales = TestDatabases.POSTGRES.fresh();
  private final DatabaseConfig metrics = TestDatabases.POSTGRES.fresh();

  @TempDir Path directory;

  @Test
  void who_is_left_goes_on_when_one_of_two_is_killed() throws Exception {
    try (ServiceProcess dying = Services.attribution(Store.on(sales));
        ServiceProcess living = Services.attribution(Store.on(sales));
        Client client = Client.patient(living.target());
        ServiceProcess dyingMetrics = follower(living)) {
      Setup.send(client, SHOP);
      Metrics.awaitApplied(
          dyingMetrics.target(), List.of(Feeds.attribution(client.channel()).position()));
      String holder = leaseHolder();
      assertThat(holder).isNotEmpty();
      try (ServiceProcess livingMetrics = follower(living)) {
        String position = sendWhileKilling(dying, living, dyingMetrics);
        Metrics.awaitApplied(livingMetrics.target(), List.of(position));
        assertThat(leaseHolder()).isNotEmpty().isNotEqualTo(holder);
        livingMetrics.kill();
        requireRebuiltTheSame(living, position);
      }
    }
  }

  /** Answers where the feed ends when everything is sent and was found. */
  private String sendWhileKilling(
      ServiceProcess dying, ServiceProcess living, ServiceProcess dyingMetrics) throws Exception {
    List<Batch> batches = new Batches(Seeds.seed(), SHOP.start()).sales(BATCHES);
    try (Client first = new Client(dying.target());
        Client second = new Client(living.target());
        AckFile acks = new AckFile(directory.resolve("acknowledged"))) {
      LoadClient load = new LoadClient(batches, acks);
      CompletableFuture<Void> sent = load.sendAll(List.of(first, second));
      load.after(BATCHES_BEFORE_KILL).get(60, SECONDS);
      dying.kill();
      dyingMetrics.kill();
      sent.get(120, SECONDS);
      assertThat(load.faults()).isPositive();
      assertThat(Totals.of(second))
          .isEqualTo(
              Undisturbed.totals(
                  Files.createDirectory(directory.resolve("undisturbed")),
                  SHOP,
                  batches,
                  List.of()));
      return new Audit(second).requireSales(acks.ids(), batches);
    }
  }

  private void requireRebuiltTheSame(ServiceProcess living, String position) {
    try (Metrics rebuilt =
        Metrics.follow(Store.on(TestDatabases.POSTGRES.fresh()), NOBODY, living.target())) {
      assertThat(rebuilt.tablesAt(List.of(position))).isEqualTo(MetricsTables.read(metrics));
    }
  }

  private ServiceProcess follower(ServiceProcess followed) {
    return Services.metrics(Store.on(metrics), NOBODY, followed.target());
  }

  private String leaseHolder() {
    try (Database database = Database.open(metrics, "db/follower", "db/metrics")) {
      return database.read(
          handle ->
              handle
                  .createQuery("select holder from feed_lease where feed = 'attribution'")
                  .mapTo(String.class)
                  .one());
    }
  }
}
