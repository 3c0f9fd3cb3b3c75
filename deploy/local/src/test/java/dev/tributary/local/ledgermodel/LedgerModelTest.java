package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.durability.Metrics;
import dev.tributary.runtime.testing.Seeds;
import dev.tributary.runtime.testing.TestDatabases;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens to a shop, the services and the model agree after every step. {@code
 * -Dtributary.ledgermodel.cases=N} plays more, {@code -Dtributary.ledgermodel.case=SEED} only one,
 * of which {@code -Dtributary.ledgermodel.steps=N} are played.
 */
class LedgerModelTest {
  private static final int CASES = Integer.getInteger("tributary.ledgermodel.cases", 3);
  private static final int STEPS = Integer.getInteger("tributary.ledgermodel.steps", 60);

  /** Nobody listens there; the feed of ingestion is none of this test's business. */
  private static final String NOBODY = "127.0.0.1:1";

  @TempDir Path directory;

  static LongStream cases() {
    Long only = Long.getLong("tributary.ledgermodel.case");
    return only == null ? Seeds.cases(CASES) : LongStream.of(only);
  }

  static LongStream casesOnPostgres() {
    Long only = Long.getLong("tributary.ledgermodel.case");
    return LongStream.of(only == null ? new SplittableRandom(Seeds.seed() + 1).nextLong() : only);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_service_agrees_with_the_model_after_every_step(long seed) {
    try (Services services = new Services(TestDatabases.H2.fresh(), 1)) {
      new Play(seed, services).run(STEPS);
    }
  }

  /** Followed by a metrics service, which one that starts when all is over must equal. */
  @ParameterizedTest
  @MethodSource("casesOnPostgres")
  void two_services_on_one_database_agree_with_the_model_after_every_step(long seed) {
    try (Services services = new Services(TestDatabases.POSTGRES.fresh(), 2);
        Metrics following = metrics("following", services)) {
      new Play(seed, services).run(STEPS);
      List<String> end = List.of(services.atRest().end());
      try (Metrics rebuilt = metrics("rebuilt", services)) {
        assertThat(rebuilt.tablesAt(end)).isEqualTo(following.tablesAt(end));
      }
    }
  }

  private Metrics metrics(String name, Services services) {
    return Metrics.follow(
        List.of("--data-dir=" + directory.resolve(name)), NOBODY, services.target());
  }
}
