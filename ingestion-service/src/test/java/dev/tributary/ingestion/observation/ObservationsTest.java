package dev.tributary.ingestion.observation;

import static dev.tributary.ingestion.testing.CatalogSamples.time;
import static dev.tributary.ingestion.testing.ObservationSamples.accountCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.cost;
import static dev.tributary.ingestion.testing.ObservationSamples.count;
import static dev.tributary.ingestion.testing.ObservationSamples.exchangeRate;
import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.trafficOfCampaign;
import static dev.tributary.ingestion.testing.ObservationSamples.trafficOfCollaboration;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.tributary.ingestion.testing.TestPersons;
import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.group.GroupConfig;
import dev.tributary.runtime.group.RecordedFacts;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Platform;
import dev.tributary.type.v1.Rejection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the record of observations promises, on every database. */
abstract class ObservationsTest {
  private static final String WORKSPACE = "acme";

  private final FixedClock clock = FixedClock.at("2026-03-12T12:00:00Z");
  private final Database database;
  private final FeedLog log;
  private final Observations observations;

  ObservationsTest(TestDatabases kind) {
    database = kind.open("db/log", "db/ingestion");
    log = new FeedLog("ingestion", clock);
    observations =
        new Observations(
            database,
            new GroupConfig(1, 4_000, 8 << 20),
            log,
            TestPersons.hasher(),
            clock,
            () -> {});
  }

  @AfterEach
  void close() {
    observations.close();
    database.close();
  }

  @Test
  void an_observation_is_given_back_as_sent_with_its_receive_time() {
    Observation.Builder sent = postCounters("o-1", "post-1");
    assertThat(outcomesOf(record(sent))).containsExactly("RECORDED");
    assertThat(listOf(Subject.post("post-1"))).containsExactly(received(sent));
  }

  @Test
  void a_resend_is_answered_as_before_and_stands_where_it_stood() {
    RecordedFacts first = record(postCounters("o-1", "post-1"), cost("o-2", "cost-1"));
    clock.advance(Duration.ofHours(1));
    RecordedFacts again = record(postCounters("o-1", "post-1"), cost("o-2", "cost-1"));
    assertThat(outcomesOf(again)).containsExactly("ALREADY_RECORDED", "ALREADY_RECORDED");
    assertThat(again.position()).isEqualTo(first.position());
    assertThat(headSize()).isEqualTo(2);
  }

  @Test
  void a_resend_may_bring_its_counters_in_another_order() {
    record(postCounters("o-1", "post-1"));
    assertThat(outcomesOf(record(reversed(postCounters("o-1", "post-1")))))
        .containsExactly("ALREADY_RECORDED");
  }

  @Test
  void a_resend_may_be_finer_than_a_microsecond() {
    Timestamp fine = time("2026-03-12T06:00:00Z").toBuilder().setNanos(1_999).build();
    Timestamp cut = time("2026-03-12T06:00:00Z").toBuilder().setNanos(1_000).build();
    record(postCounters("o-1", "post-1").setObservedTime(fine));
    assertThat(outcomesOf(record(postCounters("o-1", "post-1").setObservedTime(cut))))
        .containsExactly("ALREADY_RECORDED");
  }

  @Test
  void a_reused_id_is_refused_and_the_first_differing_field_named() {
    record(postCounters("o-1", "post-1"));
    Observation.Builder changed = reversed(postCounters("o-1", "post-1"));
    changed.getPostCountersBuilder().setCounters(1, count("likes", 51));
    Rejection refusal = refusalOf(record(changed));
    assertThat(refusal.getReason()).isEqualTo(ErrorReason.ERROR_REASON_ID_REUSED);
    assertThat(refusal.getField()).isEqualTo("post_counters.counters[1].count");
    assertThat(listOf(Subject.post("post-1")))
        .containsExactly(received(postCounters("o-1", "post-1")));
  }

  @Test
  void an_id_belongs_to_its_subject() {
    assertThat(
            outcomesOf(
                record(
                    postCounters("o-1", "post-1"),
                    postCounters("o-1", "post-2"),
                    accountCounters("o-1", "anna"),
                    cost("o-1", "cost-1"),
                    trafficOfCampaign("o-1", "spring"),
                    trafficOfCollaboration("o-1", "spring"),
                    exchangeRate("o-1", "EUR", "SEK"))))
        .containsOnly("RECORDED");
  }

  @Test
  void an_id_twice_in_a_batch_counts_once() {
    Observation.Builder changed =
        postCounters("o-1", "post-1").setObservedTime(time("2026-03-11T00:00:00Z"));
    RecordedFacts outcome =
        record(postCounters("o-1", "post-1"), postCounters("o-1", "post-1"), changed);
    assertThat(outcomesOf(outcome)).containsExactly("RECORDED", "ALREADY_RECORDED", "REJECTED");
    assertThat(refusalOf(outcome).getReason())
        .isEqualTo(ErrorReason.ERROR_REASON_DUPLICATE_IN_BATCH);
    assertThat(refusalOf(outcome).getField()).isEqualTo("observed_time");
    assertThat(headSize()).isEqualTo(1);
  }

  @Test
  void a_refused_observation_leaves_the_rest_of_its_batch_alone() {
    RecordedFacts outcome =
        record(
            postCounters("o-1", "post-1"),
            postCounters("o-2", ""),
            postCounters("o-3", "post-1").setObservedTime(time("2026-03-13T00:00:00Z")),
            cost("o-4", "cost-1"));
    assertThat(outcomesOf(outcome)).containsExactly("RECORDED", "REJECTED", "REJECTED", "RECORDED");
    assertThat(headSize()).isEqualTo(2);
    assertThat(outcome.position()).isEqualTo(database.read(log::head).encode());
  }

  @Test
  void a_batch_of_refused_observations_writes_nothing() {
    RecordedFacts outcome = record(postCounters("", "post-1"));
    assertThat(outcomesOf(outcome)).containsExactly("REJECTED");
    assertThat(outcome.position()).isEmpty();
    assertThat(headSize()).isZero();
  }

  @Test
  void restatements_are_all_kept_the_last_received_first() {
    Observation.Builder first = postCounters("o-1", "post-1");
    Observation.Builder restated = postCounters("o-2", "post-1");
    restated.getPostCountersBuilder().setCounters(0, count("impressions", 900));
    record(first);
    Observation before = received(first);
    clock.advance(Duration.ofMinutes(1));
    record(restated);
    assertThat(listOf(Subject.post("post-1"))).containsExactly(received(restated), before);
  }

  @Test
  void a_list_has_the_newest_first_whenever_it_was_received() {
    record(
        postCounters("noon", "post-1").setObservedTime(time("2026-03-11T12:00:00Z")),
        postCounters("evening", "post-1").setObservedTime(time("2026-03-11T18:00:00Z")),
        postCounters("morning", "post-1").setObservedTime(time("2026-03-11T06:00:00Z")));
    assertThat(listOf(Subject.post("post-1")))
        .extracting(Observation::getObservationId)
        .containsExactly("evening", "noon", "morning");
  }

  @Test
  void pages_hold_every_observation_once() {
    Observation.Builder[] many =
        IntStream.range(0, 23)
            .mapToObj(i -> postCounters("o-" + i, "post-1").setObservedTime(hour(i / 4)))
            .toArray(Observation.Builder[]::new);
    record(many);
    var ids = new ArrayList<String>();
    String token = "";
    do {
      ObservationPage page = page(token, 5);
      page.observations().forEach(observation -> ids.add(observation.getObservationId()));
      token = page.nextToken();
    } while (!token.isEmpty());
    List<String> newestFirst =
        IntStream.range(0, 23).map(i -> 22 - i).mapToObj(i -> "o-" + i).toList();
    assertThat(ids).isEqualTo(newestFirst);
  }

  @Test
  void every_subject_has_its_own_list() {
    record(
        trafficOfCampaign("o-1", "spring"),
        trafficOfCollaboration("o-2", "anna-spring"),
        exchangeRate("o-3", "EUR", "SEK"),
        exchangeRate("o-4", "SEK", "EUR"),
        accountCounters("o-5", "anna"));
    assertThat(idsOf(Subject.trafficOfCampaign("spring"))).containsExactly("o-1");
    assertThat(idsOf(Subject.trafficOfCollaboration("anna-spring"))).containsExactly("o-2");
    assertThat(idsOf(Subject.currencyPair("EUR", "SEK"))).containsExactly("o-3");
    assertThat(idsOf(Subject.account(Platform.PLATFORM_INSTAGRAM, "anna"))).containsExactly("o-5");
    assertThat(idsOf(Subject.account(Platform.PLATFORM_TIKTOK, "anna"))).isEmpty();
  }

  @Test
  void workspaces_do_not_see_each_other() {
    record(postCounters("o-1", "post-1"));
    List<Observation> theirs = List.of(cost("o-1", "cost-1").build());
    recordIn("other", theirs);
    assertThat(idsOf(Subject.cost("cost-1"))).isEmpty();
    Observation.Builder changed = postCounters("o-1", "post-1");
    changed.getSourceBuilder().setSystem("x");
    assertThat(outcomesOf(recordIn("other", List.of(changed.build())))).containsExactly("RECORDED");
  }

  @Test
  void a_thousand_observations_fit_into_one_batch() {
    Observation.Builder[] many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> postCounters("o-" + i, "post-" + i % 300))
            .toArray(Observation.Builder[]::new);
    assertThat(outcomesOf(record(many))).hasSize(1_000).containsOnly("RECORDED");
    assertThat(outcomesOf(record(many))).hasSize(1_000).containsOnly("ALREADY_RECORDED");
    assertThat(headSize()).isEqualTo(1_000);
  }

  private RecordedFacts record(Observation.Builder... batch) {
    return recordIn(WORKSPACE, Stream.of(batch).map(Observation.Builder::build).toList());
  }

  private RecordedFacts recordIn(String workspace, List<Observation> batch) {
    return observations.record(workspace, batch, 1).join();
  }

  private List<Observation> listOf(Subject subject) {
    ListObservationsRequest request = ListObservationsRequest.newBuilder().setPageSize(100).build();
    return observations.list(WORKSPACE, subject, ObservationPaging.of(request)).observations();
  }

  private List<String> idsOf(Subject subject) {
    return listOf(subject).stream().map(Observation::getObservationId).toList();
  }

  private ObservationPage page(String token, int size) {
    ListObservationsRequest request =
        ListObservationsRequest.newBuilder()
            .setPostId("post-1")
            .setPageSize(size)
            .setPageToken(token)
            .build();
    return observations.list(WORKSPACE, Subject.post("post-1"), ObservationPaging.of(request));
  }

  private Observation received(Observation.Builder sent) {
    return sent.setReceiveTime(ProtoTimes.toProto(clock.instant())).build();
  }

  /** How many entries the feed has. */
  private long headSize() {
    return database.read(log::head).sequences().values().stream().mapToLong(n -> n).sum();
  }

  private static Timestamp hour(int hour) {
    return time("2026-03-11T%02d:00:00Z".formatted(hour));
  }

  private static Observation.Builder reversed(Observation.Builder observation) {
    List<Counter> counters = new ArrayList<>(observation.getPostCounters().getCountersList());
    Collections.reverse(counters);
    observation.getPostCountersBuilder().clearCounters().addAllCounters(counters);
    return observation;
  }

  private static List<String> outcomesOf(RecordedFacts outcome) {
    return outcome.verdicts().stream()
        .map(verdict -> verdict.getStatus().name().replace("VERDICT_STATUS_", ""))
        .toList();
  }

  private static Rejection refusalOf(RecordedFacts outcome) {
    return outcome.verdicts().get(outcome.verdicts().size() - 1).getRejection();
  }
}
