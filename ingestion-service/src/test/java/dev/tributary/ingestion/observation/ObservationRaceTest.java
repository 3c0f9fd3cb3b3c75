package dev.tributary.ingestion.observation;

import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.testing.TestPersons;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.group.GroupConfig;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.Seeds;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However often and from wherever an observation is sent, it is recorded once. */
class ObservationRaceTest {
  private static final int POSTS = 7;
  private static final int OBSERVATIONS = 120;
  private static final int SENDERS = 4;

  private final FixedClock clock = FixedClock.at("2026-03-12T12:00:00Z");

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void of_many_senders_of_the_same_exactly_one_records_each(TestDatabases kind) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try (Database database = kind.open("db/log", "db/ingestion");
        Observations observations = observations(database)) {
      Callable<List<Verdict>> sender = () -> sendAll(observations, Seeds.seed());
      List<Verdict> verdicts = new ArrayList<>();
      for (Future<List<Verdict>> sent : senders.invokeAll(Collections.nCopies(SENDERS, sender))) {
        verdicts.addAll(sent.get());
      }
      Map<VerdictStatus, Long> counts =
          verdicts.stream()
              .collect(Collectors.groupingBy(Verdict::getStatus, Collectors.counting()));
      assertThat(counts)
          .isEqualTo(
              Map.of(
                  VerdictStatus.VERDICT_STATUS_RECORDED,
                  (long) OBSERVATIONS,
                  VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED,
                  (long) OBSERVATIONS * (SENDERS - 1)));
      assertEachRecordedOnce(observations);
    } finally {
      senders.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void resends_in_any_order_and_any_batches_change_nothing(TestDatabases kind) {
    try (Database database = kind.open("db/log", "db/ingestion");
        Observations observations = observations(database)) {
      Seeds.cases(5).forEach(seed -> sendAll(observations, seed));
      assertEachRecordedOnce(observations);
    }
  }

  private Observations observations(Database database) {
    return new Observations(
        database,
        new GroupConfig(database.isShared() ? 2 : 1, 4_000, 8 << 20),
        new FeedLog("ingestion", clock),
        TestPersons.hasher(),
        clock,
        () -> {});
  }

  /** Sends everything in an order and in batches that the seed decides. */
  private static List<Verdict> sendAll(Observations observations, long seed) {
    Random chance = new Random(seed);
    List<Observation> left = new ArrayList<>(all());
    Collections.shuffle(left, chance);
    var verdicts = new ArrayList<Verdict>();
    while (!left.isEmpty()) {
      List<Observation> batch = left.subList(0, Math.min(left.size(), 1 + chance.nextInt(30)));
      verdicts.addAll(observations.record("acme", List.copyOf(batch), 1).join().verdicts());
      batch.clear();
    }
    return verdicts;
  }

  private static List<Observation> all() {
    return IntStream.range(0, OBSERVATIONS)
        .mapToObj(i -> postCounters("o-" + i, "post-" + i % POSTS).build())
        .toList();
  }

  private static void assertEachRecordedOnce(Observations observations) {
    ListObservationsRequest request =
        ListObservationsRequest.newBuilder().setPageSize(1_000).build();
    List<String> ids =
        IntStream.range(0, POSTS)
            .mapToObj(post -> Subject.post("post-" + post))
            .map(subject -> observations.list("acme", subject, ObservationPaging.of(request)))
            .map(ObservationPage::observations)
            .flatMap(List::stream)
            .map(Observation::getObservationId)
            .toList();
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            all().stream().map(Observation::getObservationId).toList());
  }
}
