package dev.tributary.local.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.testing.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real processes are killed with kill -9, each at a random moment with at least 64 calls in flight,
 * and started again. Afterwards everything that a client wrote down as acknowledged is there, once.
 * {@code -Dtributary.kill-rounds=20} kills more often.
 */
class KillRoundsTest {
  private static final int ROUNDS = Integer.getInteger("tributary.kill-rounds", 2);
  private static final long SEED = Seeds.seed();
  private static final Sales SHOP = Sales.ofTheLastTwoDays();
  private static final List<Batch> SALES =
      new Batches(SEED, SHOP.start()).sales(KillTrial.batches(ROUNDS));
  private static final List<Batch> COUNTS =
      new Batches(SEED, SHOP.start()).counts(KillTrial.batches(ROUNDS));

  @TempDir static Path undisturbedDirectory;
  private static Totals undisturbed;

  @TempDir Path directory;

  @BeforeAll
  static void sendUndisturbed() throws Exception {
    undisturbed = Undisturbed.totals(undisturbedDirectory, SHOP, SALES, COUNTS);
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void what_was_acknowledged_survives_kill_9_and_counts_once(Store store) throws Exception {
    try (KillTrial sales =
            new KillTrial(
                Services.attribution(store.in(directory, "attribution")),
                SALES,
                directory.resolve("sales-acknowledged"),
                SEED);
        KillTrial counts =
            new KillTrial(
                Services.ingestion(store.in(directory, "ingestion")),
                COUNTS,
                directory.resolve("counts-acknowledged"),
                SEED + 1)) {
      setUp(sales);
      try (Metrics metrics =
          Metrics.follow(Store.H2.in(directory, "metrics"), counts.target(), sales.target())) {
        var killedSales = CompletableFuture.supplyAsync(() -> sales.run(ROUNDS));
        var killedCounts = CompletableFuture.supplyAsync(() -> counts.run(ROUNDS));
        List<Integer> calls = new ArrayList<>(killedSales.join());
        calls.addAll(killedCounts.join());
        List<String> positions = requireAllThere(sales, counts);
        var followed = metrics.tablesAt(positions);
        try (Metrics rebuilt =
            Metrics.follow(Store.H2.in(directory, "rebuilt"), counts.target(), sales.target())) {
          assertThat(rebuilt.tablesAt(positions)).isEqualTo(followed);
        }
        System.out.println("calls in flight at each kill -9: " + calls);
        assertThat(calls).hasSize(2 * ROUNDS).allMatch(each -> each >= LoadClient.IN_FLIGHT_MIN);
      }
    }
  }

  private static void setUp(KillTrial sales) {
    try (Client client = new Client(sales.target())) {
      Setup.send(client, SHOP);
    }
  }

  /** Answers where both feeds end. */
  private static List<String> requireAllThere(KillTrial sales, KillTrial counts) {
    try (Client attribution = Client.patient(sales.target());
        Client ingestion = Client.patient(counts.target())) {
      assertThat(Totals.of(attribution, ingestion)).isEqualTo(undisturbed);
      return List.of(
          new Audit(attribution).requireSales(sales.acknowledged(), SALES),
          new Audit(ingestion).requireCounts(counts.acknowledged(), COUNTS));
    }
  }
}
