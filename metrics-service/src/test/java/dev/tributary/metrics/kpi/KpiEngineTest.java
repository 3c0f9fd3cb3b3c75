package dev.tributary.metrics.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.FactsBuilder;
import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.fact.PostBuilder;
import dev.tributary.metrics.fact.ProvenanceClass;
import dev.tributary.metrics.fact.ReadingState;
import org.junit.jupiter.api.Test;

class KpiEngineTest {
  @Test
  void impressions_are_the_newest_of_each_post_and_never_a_sum_of_snapshots() {
    FactsBuilder facts =
        new FactsBuilder()
            .post(
                "a",
                post ->
                    post.read("impressions", "2026-05-03T00:00:00Z", 875)
                        .read("impressions", "2026-05-04T00:00:00Z", 876))
            .post("b", post -> post.read("impressions", 100));

    Measured impressions = Asking.of(facts).total("impressions");

    assertThat(impressions.figure()).contains(new Figure.Count(976));
    assertThat(impressions.state()).isEqualTo(ValueState.VALUE);
    assertThat(impressions.coverage()).isEqualTo(new Coverage(2, 2, "posts"));
    assertThat(impressions.definitionIds()).containsExactly("test.impressions");
    assertThat(impressions.provenance())
        .containsExactly(entry(ProvenanceClass.FIRST_PARTY_API, 2L));
  }

  @Test
  void a_lower_later_snapshot_brings_the_total_down() {
    FactsBuilder facts =
        new FactsBuilder()
            .post(
                "a",
                post ->
                    post.read("impressions", "2026-05-03T00:00:00Z", 876)
                        .read("impressions", "2026-05-04T00:00:00Z", 800));

    assertThat(Asking.of(facts).figure("impressions")).isEqualTo(new Figure.Count(800));
  }

  @Test
  void engagements_add_every_known_action_and_say_which_posts_lack_one() {
    FactsBuilder facts =
        new FactsBuilder()
            .post(
                "whole",
                post ->
                    post.on(Platform.FACEBOOK, ContentFormat.IMAGE)
                        .read("likes", 10)
                        .read("comments", 2)
                        .read("shares", 1))
            .post(
                "part",
                post ->
                    post.on(Platform.FACEBOOK, ContentFormat.IMAGE)
                        .read("likes", 5)
                        .read("comments", 0)
                        .lacks("shares", ReadingState.NOT_AVAILABLE));

    Measured engagements = Asking.of(facts).total("engagements");

    assertThat(engagements.figure()).contains(new Figure.Count(18));
    assertThat(engagements.state()).isEqualTo(ValueState.PARTIAL);
    assertThat(engagements.coverage()).isEqualTo(new Coverage(1, 2, "posts"));
    assertThat(engagements.reason())
        .isEqualTo("1 of 2 posts complete; missing: shares: not available from test-api (1)");
  }

  @Test
  void an_engagement_rate_is_taken_over_the_posts_of_which_both_sums_are_known() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("whole", post -> engaged(post, 10).read("impressions", 1_000))
            .post("no-impressions", post -> engaged(post, 90))
            .post("no-likes", post -> post.read("impressions", 5_000).read("comments", 1));

    Measured rate = Asking.of(facts).total("er_impressions");

    assertThat(rate.figure()).contains(new Figure.Ratio(10, 1_000));
    assertThat(rate.coverage()).isEqualTo(new Coverage(1, 3, "posts"));
    assertThat(rate.state()).isEqualTo(ValueState.PARTIAL);
  }

  @Test
  void what_counts_as_engagement_depends_on_the_platform() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("i", post -> actions(post.on(Platform.INSTAGRAM, ContentFormat.IMAGE)))
            .post("y", post -> actions(post.on(Platform.YOUTUBE, ContentFormat.LONG_VIDEO)))
            .post("t", post -> actions(post.on(Platform.TIKTOK, ContentFormat.SHORT_VIDEO)))
            .post("p", post -> actions(post.on(Platform.PINTEREST, ContentFormat.IMAGE)))
            .post("s", post -> actions(post.on(Platform.INSTAGRAM, ContentFormat.STORY)));

    assertThat(Asking.of(facts).figure("engagements"))
        .isEqualTo(new Figure.Count(1111 + 11 + 111 + 1011 + 110));
  }

  @Test
  void reach_of_several_posts_is_bounded_and_of_one_exact() {
    FactsBuilder two =
        new FactsBuilder()
            .post("a", post -> post.read("reach", 300))
            .post("b", post -> post.read("reach", 500));
    FactsBuilder one = new FactsBuilder().post("a", post -> post.read("reach", 300));

    assertThat(Asking.of(two).figure("reach")).isEqualTo(new Figure.Range(500, 800));
    assertThat(Asking.of(one).figure("reach")).isEqualTo(new Figure.Range(300, 300));
  }

  @Test
  void youtube_gives_no_reach_and_that_is_what_is_said() {
    FactsBuilder facts =
        new FactsBuilder().post("y", post -> post.on(Platform.YOUTUBE, ContentFormat.LONG_VIDEO));

    Measured reach = Asking.of(facts).total("reach");

    assertThat(reach.state()).isEqualTo(ValueState.NOT_AVAILABLE);
    assertThat(reach.reason()).isEqualTo("YouTube gives no reach (1)");
    assertThat(reach.figure()).isEmpty();
  }

  @Test
  void what_can_still_be_collected_is_not_collected_whatever_else_is_missing() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("y", post -> post.on(Platform.YOUTUBE, ContentFormat.LONG_VIDEO))
            .post("i", post -> post.on(Platform.INSTAGRAM, ContentFormat.IMAGE));

    assertThat(Asking.of(facts).total("reach").state()).isEqualTo(ValueState.NOT_COLLECTED);
  }

  @Test
  void a_suppressed_number_is_suppressed() {
    FactsBuilder facts =
        new FactsBuilder().post("a", post -> post.lacks("reach", ReadingState.SUPPRESSED));

    assertThat(Asking.of(facts).total("reach").state()).isEqualTo(ValueState.SUPPRESSED);
  }

  @Test
  void a_measured_zero_is_a_value() {
    FactsBuilder facts = new FactsBuilder().post("a", post -> post.read("likes", 0));

    assertThat(Asking.of(facts).total("likes").state()).isEqualTo(ValueState.VALUE);
    assertThat(Asking.of(facts).figure("likes")).isEqualTo(new Figure.Count(0));
  }

  @Test
  void a_zero_denominator_is_undefined_even_under_zero() {
    FactsBuilder facts =
        new FactsBuilder().post("a", post -> engaged(post, 0).read("impressions", 0));

    Measured rate = Asking.of(facts).total("er_impressions");

    assertThat(rate.state()).isEqualTo(ValueState.UNDEFINED);
    assertThat(rate.reason()).isEqualTo("the denominator is 0: impressions");
    assertThat(rate.coverage()).isEqualTo(new Coverage(1, 1, "posts"));
  }

  @Test
  void without_posts_there_are_none_and_nothing_is_known_of_them() {
    Asking nothing = Asking.of(new FactsBuilder());

    assertThat(nothing.figure("posts")).isEqualTo(new Figure.Count(0));
    assertThat(nothing.total("impressions").state()).isEqualTo(ValueState.NOT_AVAILABLE);
    assertThat(nothing.total("impressions").reason()).isEqualTo("no posts");
  }

  @Test
  void a_picture_has_no_video_views_to_lack() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("picture", post -> post.on(Platform.INSTAGRAM, ContentFormat.IMAGE))
            .post(
                "clip",
                post ->
                    post.on(Platform.INSTAGRAM, ContentFormat.SHORT_VIDEO).read("video_views", 70));

    Measured views = Asking.of(facts).total("video_views");

    assertThat(views.state()).isEqualTo(ValueState.VALUE);
    assertThat(views.coverage()).isEqualTo(new Coverage(1, 1, "posts"));
  }

  @Test
  void potential_reach_counts_an_account_once_at_its_latest_post() {
    FactsBuilder facts =
        new FactsBuilder()
            .campaign("spring", "EUR")
            .collaboration("anna", "spring", "anna")
            .collaboration("bo", "spring", "bo")
            .post("a1", post -> post.of("anna").published("2026-05-02T10:00:00Z").followers(1_000))
            .post("a2", post -> post.of("anna").published("2026-05-09T10:00:00Z").followers(1_200))
            .post("a3", post -> post.of("anna").published("2026-05-10T10:00:00Z"))
            .post(
                "a4",
                post ->
                    post.of("anna").on(Platform.TIKTOK, ContentFormat.SHORT_VIDEO).followers(50))
            .post("b1", post -> post.of("bo").followers(300));

    Measured reach = Asking.of(facts).total("potential_reach");

    assertThat(reach.figure()).contains(new Figure.Count(1_200 + 50 + 300));
    assertThat(reach.coverage()).isEqualTo(new Coverage(3, 3, "accounts"));
  }

  @Test
  void a_sum_beyond_64_bits_is_not_available_rather_than_wrong() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("a", post -> post.read("impressions", Long.MAX_VALUE))
            .post("b", post -> post.read("impressions", 1));

    assertThat(Asking.of(facts).total("impressions").state()).isEqualTo(ValueState.NOT_AVAILABLE);
  }

  private static PostBuilder engaged(PostBuilder post, long likes) {
    return post.read("likes", likes).read("comments", 0).read("shares", 0).read("saves", 0);
  }

  private static PostBuilder actions(PostBuilder post) {
    return post.read("likes", 1).read("comments", 10).read("shares", 100).read("saves", 1000);
  }
}
