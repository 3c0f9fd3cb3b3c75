package dev.tributary.metrics.feed;

import static dev.tributary.metrics.testing.Ingested.absent;
import static dev.tributary.metrics.testing.Ingested.accountCounters;
import static dev.tributary.metrics.testing.Ingested.audience;
import static dev.tributary.metrics.testing.Ingested.campaign;
import static dev.tributary.metrics.testing.Ingested.collaboration;
import static dev.tributary.metrics.testing.Ingested.comment;
import static dev.tributary.metrics.testing.Ingested.cost;
import static dev.tributary.metrics.testing.Ingested.count;
import static dev.tributary.metrics.testing.Ingested.counters;
import static dev.tributary.metrics.testing.Ingested.creator;
import static dev.tributary.metrics.testing.Ingested.growth;
import static dev.tributary.metrics.testing.Ingested.post;
import static dev.tributary.metrics.testing.Ingested.rate;
import static dev.tributary.metrics.testing.Ingested.traffic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.ingestion.v1.Comment;
import dev.tributary.ingestion.v1.ErasedObservation;
import dev.tributary.ingestion.v1.ErasureFact;
import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.Unavailability;
import dev.tributary.metrics.testing.Tables;
import dev.tributary.metrics.testing.TestLog;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.testing.Seeds;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class IngestionApplierTest {
  private static final ByteString TOMBSTONE = ByteString.copyFromUtf8("ERASED\0\0tombston");

  private final Database database;
  private final IngestionApplier applier = new IngestionApplier();
  private final TestLog<FeedEntry> log = new TestLog<>();

  IngestionApplierTest(TestDatabases kind) {
    database = kind.open("db/follower", "db/metrics");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void the_highest_version_of_a_thing_stays_even_if_it_comes_first() {
    log.add("spring", campaign("spring", 2)).add("spring", campaign("spring", 1));
    apply(log.items());
    assertThat(rows("campaign")).singleElement().asString().contains("version=2");
    assertThat(rows("brand_account")).singleElement().asString().contains("handle=spring-v2");
  }

  @Test
  void a_later_page_replaces_what_an_earlier_one_wrote() {
    apply(log.add("p", post("p1", 1, "anna-spring")).items());
    apply(new TestLog<FeedEntry>().add("p", post("p1", 2, "bo-spring")).items());
    assertThat(rows("post"))
        .singleElement()
        .asString()
        .contains("version=2", "collaboration_id=bo-spring", "follower_count=1002");
  }

  @Test
  void a_campaign_without_its_old_account_loses_it() {
    apply(log.add("spring", campaign("spring", 1)).items());
    apply(new TestLog<FeedEntry>().add("spring", campaign("spring", 2)).items());
    assertThat(rows("brand_account")).singleElement().asString().contains("handle=spring-v2");
  }

  @Test
  void every_snapshot_is_kept_with_its_native_names_restatements_included() {
    log.add("p", counters("p1", "2026-05-03T00:00:00Z", count("post_impressions", 10)))
        .add("p", counters("p1", "2026-05-03T00:00:00Z", count("post_impressions", 9)))
        .add(
            "p",
            counters(
                "p1",
                "2026-05-04T00:00:00Z",
                count("views", 12),
                absent("likes", Unavailability.UNAVAILABILITY_SUPPRESSED)))
        .add("p", growth("p1", "2026-05-06T00:00:00Z", "2026-05-04", count("views", 3)));
    apply(log.items());
    assertThat(rows("post_snapshot"))
        .hasSize(4)
        .anyMatch(row -> row.contains("metrics=[post_impressions]") && row.contains("counts=[9]"))
        .anyMatch(row -> row.contains("counts=[12, null]") && row.contains("absences=[0, 3]"))
        .anyMatch(row -> row.contains("counted_day_zone=America/Los_Angeles"));
  }

  @Test
  void the_rate_and_the_traffic_received_last_count() {
    log.add("sek", rate("2026-05-04", 11_000_000_000L))
        .add("sek", rate("2026-05-04", 11_047_500_000L))
        .add("anna", traffic("anna-spring", 70))
        .add("anna", traffic("anna-spring", 72));
    apply(log.items());
    assertThat(rows("exchange_rate")).singleElement().asString().contains("=11047500000");
    assertThat(rows("web_traffic")).singleElement().asString().contains(", sessions=72");
  }

  @Test
  void what_people_are_and_say_is_kept_whole() {
    log.add("p", comment("p1", "2026-05-03T00:00:00Z", "So nice"))
        .add("p", comment("p1", "2026-05-04T00:00:00Z", "So nice!"))
        .add("a", audience("glow", "2026-05-03T00:00:00Z", 800));
    apply(log.items());
    assertThat(rows("opinion"))
        .hasSize(3)
        .anyMatch(row -> row.contains("kind=15") && row.contains("platform=1, "))
        .filteredOn(row -> row.contains("kind=16"))
        .hasSize(2)
        .allMatch(row -> row.contains("subject_id=p1"));
  }

  @Test
  void an_author_whom_ingestion_forgot_is_forgotten_with_what_the_author_wrote() {
    log.add("p", commentBy("bo-key-16-bytes.", "p1", "So nice"))
        .add("p", commentBy("cem-key-16-bytes", "p1", "Where to buy?"));
    FeedItem<FeedEntry> first = log.items().get(0);
    apply(log.takeNew());

    apply(log.add("e", forgotten(first)).takeNew());

    List<Comment> comments = storedComments();
    assertThat(comments)
        .extracting(Comment::getAuthorKey, Comment::getText)
        .containsExactlyInAnyOrder(
            tuple(TOMBSTONE, ""),
            tuple(ByteString.copyFromUtf8("cem-key-16-bytes"), "Where to buy?"));
    apply(log.items());
    assertThat(storedComments()).containsExactlyInAnyOrderElementsOf(comments);
    assertThat(applier.unknownEntries()).isZero();
  }

  @Test
  void an_erasure_that_comes_before_its_observation_in_one_page_is_obeyed_too() {
    log.add("p", commentBy("bo-key-16-bytes.", "p1", "So nice"));
    log.add("e", forgotten(log.items().get(0)));
    List<FeedItem<FeedEntry>> reversed = new ArrayList<>(log.items());
    Collections.reverse(reversed);

    apply(reversed);

    assertThat(storedComments())
        .extracting(Comment::getAuthorKey, Comment::getText)
        .containsExactly(tuple(TOMBSTONE, ""));
  }

  @Test
  void another_workspaces_erasure_forgets_nothing() {
    log.add("p", commentBy("bo-key-16-bytes.", "p1", "So nice"));
    log.add("globex", "e", forgotten(log.items().get(0)));

    apply(log.items());

    assertThat(storedComments()).extracting(Comment::getText).containsExactly("So nice");
  }

  @Test
  void entries_of_an_unknown_kind_are_passed_over_and_counted() {
    log.add("a", FeedEntry.getDefaultInstance())
        .add("b", creator("anna", 1))
        .add("c", FeedEntry.newBuilder().setObservation(Observation.newBuilder()).build());
    apply(log.items());
    assertThat(rows("creator")).hasSize(1);
    assertThat(applier.unknownEntries()).isEqualTo(2);
  }

  @Test
  void workspaces_do_not_meet() {
    log.add("acme", "spring", campaign("spring", 1))
        .add("globex", "spring", campaign("spring", 7))
        .add("acme", "p", post("p1", 1, "c1"))
        .add("globex", "p", post("p1", 2, "c1"));
    apply(log.items());
    assertThat(rows("campaign")).hasSize(2);
    assertThat(rows("brand_account")).hasSize(2);
    assertThat(rows("post")).hasSize(2);
  }

  @Test
  void what_was_applied_stays_when_the_feed_is_read_again() {
    TestLog<FeedEntry> busy = busyLog(Seeds.random(Seeds.seed()));
    apply(busy.items());
    Map<String, List<String>> expected = Tables.content(database);
    apply(busy.items());
    assertThat(Tables.content(database)).isEqualTo(expected);
  }

  @Test
  void pages_in_any_order_and_a_replay_from_the_start_give_the_same_tables() {
    LongStream.concat(LongStream.of(Seeds.seed()), Seeds.cases(5))
        .forEach(
            seed -> {
              RandomGenerator random = Seeds.random(seed);
              TestLog<FeedEntry> busy = busyLog(random);
              Tables.clear(database);
              apply(busy.items());
              Map<String, List<String>> expected = Tables.content(database);
              Tables.clear(database);
              busy.shuffledPages(random).forEach(this::apply);
              assertThat(Tables.content(database)).as("seed %d", seed).isEqualTo(expected);
            });
  }

  /** A few things, each changed and observed again and again. */
  private static TestLog<FeedEntry> busyLog(RandomGenerator random) {
    var busy = new TestLog<FeedEntry>();
    for (int i = 1; i <= 400; i++) {
      String id = "x" + random.nextInt(6);
      String workspace = random.nextInt(5) == 0 ? "globex" : TestLog.WORKSPACE;
      int version = 1 + random.nextInt(20);
      String day = "2026-05-%02d".formatted(1 + random.nextInt(28));
      String time = day + "T06:00:00Z";
      FeedEntry entry =
          switch (random.nextInt(11)) {
            case 0 -> campaign(id, version);
            case 1 -> creator(id, version);
            case 2 -> collaboration(id, version, "campaign-" + version, id);
            case 3 -> post(id, version, "collaboration-" + version);
            case 4 -> counters(id, time, count("views", i), count("likes", version));
            case 5 -> accountCounters(id, time, count("followers", i));
            case 6 -> cost(id, time, "collaboration-" + version, "", i);
            case 7 -> rate(day, 1_000_000_000L + i);
            case 8 -> comment(id, time, "text " + i);
            case 9 -> audience(id, time, i);
            default -> traffic(id, i);
          };
      // Ingestion counts versions up; the same version never has two contents.
      busy.add(workspace, entry.getChangeCase() + id + day.substring(0, 7), entry);
    }
    return busy;
  }

  private static FeedEntry commentBy(String key, String post, String text) {
    FeedEntry.Builder entry = comment(post, "2026-05-03T00:00:00Z", text).toBuilder();
    entry
        .getObservationBuilder()
        .getCommentsBuilder()
        .getCommentsBuilder(0)
        .setAuthorKey(ByteString.copyFromUtf8(key));
    return entry.build();
  }

  private static FeedEntry forgotten(FeedItem<FeedEntry> observation) {
    return FeedEntry.newBuilder()
        .setErased(
            ErasureFact.newBuilder()
                .setErasureId("e-1")
                .setTombstone(TOMBSTONE)
                .addObservations(
                    ErasedObservation.newBuilder()
                        .setShard(observation.shard())
                        .setSequence(observation.sequence())
                        .addItems(0)))
        .build();
  }

  private List<Comment> storedComments() {
    return database
        .read(
            handle -> handle.createQuery("select payload from opinion").mapTo(byte[].class).list())
        .stream()
        .map(IngestionApplierTest::onlyComment)
        .toList();
  }

  private static Comment onlyComment(byte[] payload) {
    try {
      return Observation.parseFrom(payload).getComments().getComments(0);
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException(damaged);
    }
  }

  private void apply(List<FeedItem<FeedEntry>> items) {
    database.write(
        handle -> {
          applier.apply(handle, items);
          return items.size();
        });
  }

  private List<String> rows(String table) {
    return Tables.content(database).getOrDefault(table, List.of());
  }
}
