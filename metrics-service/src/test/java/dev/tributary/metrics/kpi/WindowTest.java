package dev.tributary.metrics.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.fact.AccountKey;
import dev.tributary.metrics.fact.FactsBuilder;
import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.measure.Dimension;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final String MAY = "2026-05-01T00:00:00Z";
  private static final String JUNE = "2026-06-01T00:00:00Z";
  private static final AccountKey BRAND = new AccountKey(Platform.INSTAGRAM, "nordglow");

  @Test
  void growth_is_the_value_at_the_end_minus_the_value_at_the_start() {
    FactsBuilder facts =
        new FactsBuilder()
            .post(
                "a",
                post ->
                    post.published("2026-04-20T00:00:00Z")
                        .read("impressions", "2026-04-30T00:00:00Z", 1_000)
                        .read("impressions", "2026-05-20T00:00:00Z", 1_500)
                        .read("impressions", "2026-06-02T00:00:00Z", 9_000));

    assertThat(Asking.of(facts).within(MAY, JUNE).figure("impressions"))
        .isEqualTo(new Figure.Count(500));
  }

  @Test
  void a_post_published_in_the_window_started_from_nothing() {
    FactsBuilder facts =
        new FactsBuilder()
            .post(
                "a",
                post ->
                    post.published("2026-05-02T00:00:00Z")
                        .read("impressions", "2026-05-20T00:00:00Z", 1_500));

    assertThat(Asking.of(facts).within(MAY, JUNE).figure("impressions"))
        .isEqualTo(new Figure.Count(1_500));
  }

  @Test
  void a_post_published_before_needs_a_snapshot_before() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("old", post -> post.published("2026-04-20T00:00:00Z").read("impressions", 1_500))
            .post("undated", post -> post.published(null).read("impressions", 1_500));

    Measured impressions = Asking.of(facts).within(MAY, JUNE).total("impressions");

    assertThat(impressions.state()).isEqualTo(ValueState.NOT_COLLECTED);
    assertThat(impressions.reason()).isEqualTo("no snapshot at or before 2026-05-01 (2)");
  }

  @Test
  void a_post_published_later_had_nothing_yet() {
    FactsBuilder facts =
        new FactsBuilder()
            .post(
                "a",
                post ->
                    post.published("2026-06-02T00:00:00Z")
                        .read("impressions", "2026-06-03T00:00:00Z", 1_500));

    assertThat(Asking.of(facts).within(MAY, JUNE).figure("impressions"))
        .isEqualTo(new Figure.Count(0));
    assertThat(Asking.of(facts).within(MAY, JUNE).figure("posts")).isEqualTo(new Figure.Count(0));
  }

  @Test
  void a_correction_shows_as_negative_growth() {
    FactsBuilder facts =
        new FactsBuilder()
            .post(
                "a",
                post ->
                    post.published("2026-04-20T00:00:00Z")
                        .read("impressions", "2026-04-30T00:00:00Z", 1_000)
                        .read("impressions", "2026-05-20T00:00:00Z", 900));

    assertThat(Asking.of(facts).within(MAY, JUNE).figure("impressions"))
        .isEqualTo(new Figure.Count(-100));
  }

  @Test
  void daily_figures_are_added_where_their_noon_falls() {
    FactsBuilder facts =
        new FactsBuilder()
            .post(
                "a",
                post ->
                    post.grew("impressions", "2026-04-30", "America/Los_Angeles", 7)
                        .grew("impressions", "2026-05-01", "America/Los_Angeles", 20)
                        .grew("impressions", "2026-05-31", "America/Los_Angeles", 30)
                        .grew("impressions", "2026-06-01", "America/Los_Angeles", 9));

    Measured impressions = Asking.of(facts).within(MAY, JUNE).total("impressions");

    assertThat(impressions.figure()).contains(new Figure.Count(50));
    assertThat(impressions.definitionIds()).containsExactly("test.impressions@America/Los_Angeles");
    assertThat(Asking.of(facts).figure("impressions")).isEqualTo(new Figure.Count(66));
  }

  @Test
  void daily_figures_are_not_added_to_a_lifetime_counter_that_holds_them() {
    FactsBuilder facts =
        new FactsBuilder()
            .post(
                "a",
                post -> post.read("impressions", 100).grew("impressions", "2026-05-02", "UTC", 60));

    assertThat(Asking.of(facts).figure("impressions")).isEqualTo(new Figure.Count(100));
  }

  @Test
  void a_cost_outside_of_the_window_is_known_and_not_in_it() {
    FactsBuilder facts =
        new FactsBuilder()
            .campaign("spring", "EUR")
            .collaboration("anna", "spring", "anna")
            .cost("anna", "10.00 EUR");

    Measured cost =
        Asking.of(facts).within("2026-07-01T00:00:00Z", "2026-08-01T00:00:00Z").total("cost");

    assertThat(cost.state()).isEqualTo(ValueState.VALUE);
    assertThat(cost.coverage()).isEqualTo(new Coverage(1, 1, "collaborations"));
  }

  @Test
  void followers_grow_from_the_start_of_the_window_or_of_the_campaign() {
    FactsBuilder facts =
        new FactsBuilder()
            .campaign("spring", "EUR", BRAND)
            .account(
                BRAND,
                "2026-04-30T00:00:00Z",
                1_000,
                "2026-05-10T00:00:00Z",
                1_100,
                "2026-05-30T00:00:00Z",
                1_250);

    assertThat(Asking.of(facts).figure("follower_growth")).isEqualTo(new Figure.Count(250));
    assertThat(Asking.of(facts).figure("follower_growth_rate"))
        .isEqualTo(new Figure.Ratio(250, 1_000));
    assertThat(Asking.of(facts).within("2026-05-15T00:00:00Z", JUNE).figure("follower_growth"))
        .isEqualTo(new Figure.Count(150));
  }

  @Test
  void followers_first_counted_after_the_start_have_no_growth_since_then() {
    FactsBuilder facts =
        new FactsBuilder()
            .campaign("spring", "EUR", BRAND)
            .account(BRAND, "2026-05-10T00:00:00Z", 1_100, "2026-05-30T00:00:00Z", 1_250);

    assertThat(Asking.of(facts).total("follower_growth").state())
        .isEqualTo(ValueState.NOT_COLLECTED);
  }

  @Test
  void an_account_of_two_campaigns_grows_in_both_and_once_in_total() {
    FactsBuilder facts =
        new FactsBuilder()
            .campaign("spring", "EUR", BRAND)
            .campaign("summer", "EUR", BRAND)
            .account(BRAND, "2026-04-30T00:00:00Z", 1_000, "2026-05-30T00:00:00Z", 1_250);
    Asking asking = Asking.of(facts);

    assertThat(asking.figure("follower_growth")).isEqualTo(new Figure.Count(250));
    assertThat(asking.rows("follower_growth", Dimension.CAMPAIGN))
        .extracting(row -> row.values().get(0).figure().orElseThrow())
        .containsExactly(new Figure.Count(250), new Figure.Count(250));
  }
}
