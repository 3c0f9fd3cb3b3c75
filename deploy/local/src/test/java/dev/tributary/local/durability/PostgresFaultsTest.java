package dev.tributary.local.durability;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.suite.ServiceProcess;
import dev.tributary.runtime.testing.Seeds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL crashes, or cuts connections, while a service has at least 64 calls in flight. Calls
 * are then answered or fail with UNAVAILABLE; any other answer fails the test. The service recovers
 * by itself, and resends end as if nothing had happened.
 */
class PostgresFaultsTest {
  private static final int FAULTS = 3;
  private static final int BATCHES = 400;
  private static final int BATCHES_BETWEEN = 60;
  private static final Duration RECOVERY_MAX = Duration.ofSeconds(10);

  private static final Sales SHOP = Sales.ofTheLastTwoDays();
  private static final List<Batch> SALES = new Batches(Seeds.seed(), SHOP.start()).sales(BATCHES);

  @TempDir static Path undisturbedDirectory;
  private static Totals undisturbed;

  @TempDir Path directory;

  @BeforeAll
  static void sendUndisturbed() throws Exception {
    undisturbed = Undisturbed.totals(undisturbedDirectory, SHOP, SALES, List.of());
  }

  @Test
  void a_crash_of_postgresql_under_load_loses_and_doubles_nothing() throws Exception {
    requireSurvived(OwnPostgres::crashAndRestart);
  }

  @Test
  void connections_cut_under_load_lose_and_double_nothing() throws Exception {
    requireSurvived(postgres -> assertThat(postgres.cutConnections()).isPositive());
  }

  private void requireSurvived(Fault fault) throws Exception {
    try (OwnPostgres postgres = new OwnPostgres(directory);
        ServiceProcess service = Services.attribution(Store.on(postgres.config()));
        Client client = new Client(service.target());
        AckFile acks = new AckFile(directory.resolve("acknowledged"))) {
      Setup.send(client, SHOP);
      LoadClient load = new LoadClient(SALES, acks);
      CompletableFuture<Void> sent = load.sendAll(List.of(client));
      for (int i = 0; i < FAULTS; i++) {
        await(load.after(BATCHES_BETWEEN), sent);
        fault.happen(postgres);
        requireRecovered(load, sent);
      }
      sent.get(120, SECONDS);
      System.out.println("calls that failed with UNAVAILABLE: " + load.faults());
      assertThat(load.faults()).isPositive();
      try (Client reader = Client.patient(service.target())) {
        assertThat(Totals.of(reader)).isEqualTo(undisturbed);
        assertThat(new Audit(reader).requireSales(acks.ids(), SALES)).isNotEmpty();
      }
    }
  }

  /** A fast machine may be through with everything before the last fault. */
  private static void await(CompletableFuture<Void> moment, CompletableFuture<Void> sent)
      throws Exception {
    CompletableFuture.anyOf(moment, sent).get(60, SECONDS);
  }

  private static void requireRecovered(LoadClient load, CompletableFuture<Void> sent)
      throws Exception {
    long start = System.nanoTime();
    await(load.after(1), sent);
    Duration recovery = Duration.ofNanos(System.nanoTime() - start);
    System.out.println("acknowledges again after " + recovery.toMillis() + " ms");
    assertThat(recovery).isLessThan(RECOVERY_MAX);
  }

  /** What goes wrong. */
  private interface Fault {
    void happen(OwnPostgres postgres) throws Exception;
  }
}
