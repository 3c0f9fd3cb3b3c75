package dev.tributary.metrics.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.metrics.fact.CollaborationFact;
import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.FactsBuilder;
import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.fact.PostBuilder;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.measure.FactIndex;
import dev.tributary.metrics.measure.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void a_post_that_reached_more_people_than_it_was_shown_times_is_listed() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("bad", post -> post.read("reach", 39_600).read("impressions", 7_927))
            .post("good", post -> post.read("reach", 100).read("impressions", 100));

    assertThat(faults(facts))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(FaultKind.REACH_ABOVE_IMPRESSIONS);
              assertThat(fault.postId()).isEqualTo("bad");
              assertThat(fault.greater()).isEqualTo(39_600);
              assertThat(fault.smaller()).isEqualTo(7_927);
              assertThat(fault.message())
                  .isEqualTo("Post bad reached 39,600 people with 7,927 impressions.");
            });
  }

  @Test
  void a_counter_that_fell_is_listed_with_both_moments() {
    FactsBuilder facts =
        new FactsBuilder()
            .post(
                "a",
                post ->
                    post.read("likes", "2026-05-03T00:00:00Z", 876)
                        .read("likes", "2026-05-04T00:00:00Z", 800)
                        .read("likes", "2026-05-05T00:00:00Z", 900)
                        .read("likes", "2026-05-06T00:00:00Z", 899));

    assertThat(faults(facts))
        .extracting(Fault::kind, fault -> fault.greater() + "/" + fault.smaller())
        .containsExactly(
            tuple(FaultKind.COUNTER_FELL, "876/800"), tuple(FaultKind.COUNTER_FELL, "900/899"));
    assertThat(faults(facts).get(0).range())
        .contains(
            new TimeRange(
                Instant.parse("2026-05-03T00:00:00Z"), Instant.parse("2026-05-04T00:00:00Z")));
  }

  @Test
  void an_average_may_fall() {
    FactsBuilder facts =
        new FactsBuilder()
            .post(
                "a",
                post ->
                    post.read("avg_watch_time_ms", "2026-05-03T00:00:00Z", 6_194)
                        .read("avg_watch_time_ms", "2026-05-04T00:00:00Z", 6_000));

    assertThat(faults(facts)).isEmpty();
  }

  @Test
  void references_to_what_does_not_exist_are_listed() {
    FactsBuilder facts =
        new FactsBuilder()
            .campaign("spring", "EUR")
            .collaboration("fine", "spring", "anna")
            .collaboration("lost", "winter", "anna")
            .collaboration(collaboration("strange", Optional.of("nobody"), true))
            .collaboration(collaboration("ghost", Optional.empty(), false))
            .post("p", post -> post.of("ghost"))
            .post("q", post -> post.of("fine"));

    assertThat(faults(facts))
        .extracting(Fault::message)
        .containsExactly(
            "The collaboration ghost is named by posts, clicks, credits or costs and does not exist.",
            "The collaboration lost names the campaign winter, which does not exist.",
            "The collaboration strange names the creator nobody, which does not exist.",
            "Post p names the collaboration ghost, which does not exist.");
  }

  @Test
  void a_metric_that_nobody_knows_is_listed() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("a", post -> post)
            .unknownMetric("a", "sparkles", "2026-05-03T00:00:00Z");

    assertThat(faults(facts))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(FaultKind.METRIC_UNKNOWN);
              assertThat(fault.metric()).isEqualTo("sparkles");
              assertThat(fault.postId()).isEqualTo("a");
            });
  }

  @Test
  void a_story_that_ended_without_counters_of_its_last_two_hours_is_listed() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("final", post -> story(post).read("reach", "2026-05-03T10:00:00Z", 10))
            .post("early", post -> story(post).read("reach", "2026-05-03T09:59:59Z", 10))
            .post("never", FaultsTest::story)
            .post("running", post -> story(post).expires("2026-06-01T00:00:01Z"));

    assertThat(faults(facts))
        .extracting(Fault::message)
        .containsExactly(
            "Story early ended at 2026-05-03T12:00:00Z; its last counters are of"
                + " 2026-05-03T09:59:59Z.",
            "Story never ended at 2026-05-03T12:00:00Z; it has no counters.");
  }

  @Test
  void only_the_kinds_and_posts_asked_for_are_listed() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("a", post -> post.read("reach", 2).read("impressions", 1))
            .post("b", post -> post.read("reach", 2).read("impressions", 1));
    FactIndex index = new FactIndex(facts.build());
    Selection onlyB = new Selection(Set.of(), Set.of(), Set.of("b"));

    assertThat(Faults.of(index, Selection.ALL, Set.of(FaultKind.COUNTER_FELL), NOW)).isEmpty();
    assertThat(Faults.of(index, onlyB, Set.of(), NOW))
        .extracting(Fault::postId)
        .containsExactly("b");
  }

  private static List<Fault> faults(FactsBuilder facts) {
    return Faults.of(new FactIndex(facts.build()), Selection.ALL, Set.of(), NOW);
  }

  private static PostBuilder story(PostBuilder post) {
    return post.on(Platform.INSTAGRAM, ContentFormat.STORY).expires("2026-05-03T12:00:00Z");
  }

  private static CollaborationFact collaboration(
      String id, Optional<String> creatorId, boolean catalogued) {
    Optional<String> campaignId = catalogued ? Optional.of("spring") : Optional.empty();
    return new CollaborationFact(id, campaignId, creatorId, catalogued, catalogued);
  }
}
