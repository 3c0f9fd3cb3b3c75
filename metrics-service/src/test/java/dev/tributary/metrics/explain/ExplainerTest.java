package dev.tributary.metrics.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.FactsBuilder;
import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.fact.PostBuilder;
import dev.tributary.metrics.kpi.Asking;
import dev.tributary.metrics.kpi.Coverage;
import dev.tributary.metrics.kpi.Figure;
import dev.tributary.metrics.kpi.KpiDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  @Test
  void a_rate_shows_its_two_sums_over_the_same_posts_and_who_is_missing() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("small", post -> engaged(post.read("impressions", 1_000), 10))
            .post("large", post -> engaged(post.read("impressions", 2_000), 20))
            .post("blind", post -> engaged(post, 90));

    Explanation explanation = explain(Asking.of(facts), "er_impressions");

    assertThat(explanation.computation()).isEqualTo("30 / 3,000 = 1 %");
    assertThat(explanation.inputs())
        .extracting(input -> input.measure().id() + " " + input.value().figure().orElseThrow())
        .containsExactly("engagements Count[count=30]", "impressions Count[count=3000]");
    assertThat(explanation.inputs().get(0).value().coverage())
        .isEqualTo(new Coverage(2, 2, "posts"));
    assertThat(explanation.units())
        .extracting(Explanation.Part::unitId)
        .containsExactly("large", "small");
    assertThat(explanation.units().get(0).systems()).containsExactly("test-api");
    assertThat(explanation.missing())
        .singleElement()
        .satisfies(
            missing -> {
              assertThat(missing.unitId()).isEqualTo("blind");
              assertThat(missing.measure().id()).isEqualTo("impressions");
              assertThat(missing.gap().reason()).isEqualTo("no reading");
            });
  }

  @Test
  void a_return_shows_what_is_taken_from_what() {
    FactsBuilder facts =
        spring().cost("anna", "1000.00 EUR").order("anna", "2026-05-03T10:00:00Z", "3000.00 EUR");

    assertThat(explain(Asking.of(facts), "roi").computation())
        .isEqualTo("(3,000.00 EUR − 1,000.00 EUR) / 1,000.00 EUR = 200 %");
    assertThat(explain(Asking.of(facts), "roas").computation())
        .isEqualTo("3,000.00 EUR / 1,000.00 EUR = 3.00x");
  }

  @Test
  void money_per_thousand_shows_the_thousand() {
    FactsBuilder facts =
        spring()
            .cost("anna", "1000.00 EUR")
            .campaignCost("spring", "500.00 EUR")
            .post("a", post -> post.of("anna").read("impressions", 300_000));

    Explanation explanation = explain(Asking.of(facts), "cpm");

    assertThat(explanation.computation()).isEqualTo("1,500.00 EUR / 300,000 × 1,000 = 5.00 EUR");
    assertThat(explanation.units())
        .extracting(Explanation.Part::unitId)
        .containsExactly("anna", "spring");
  }

  @Test
  void a_sum_shows_how_many_it_is_over() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("a", post -> post.read("reach", 300))
            .post("b", post -> post.read("reach", 500));

    assertThat(explain(Asking.of(facts), "reach").computation())
        .isEqualTo("max 500 ≤ unique people ≤ Σ 800 over 2 posts");
    assertThat(explain(Asking.of(facts), "posts").computation())
        .isEqualTo("Σ posts over 2 posts = 2");
  }

  @Test
  void an_undefined_quotient_shows_its_zeros_and_an_absent_one_its_reason() {
    FactsBuilder facts = spring().cost("anna", "10.00 EUR");

    assertThat(explain(Asking.of(facts), "cpc").computation())
        .isEqualTo("10.00 EUR / 0 = undefined");
    assertThat(explain(Asking.of(facts), "cpm").computation())
        .isEqualTo("no figure: impressions: no posts (1)");
  }

  @Test
  void missing_units_say_why_in_words() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("old", post -> post.published("2026-04-01T00:00:00Z").read("reach", 10))
            .post("clip", post -> post.on(Platform.YOUTUBE, ContentFormat.LONG_VIDEO));
    Asking may = Asking.of(facts).within("2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z");

    assertThat(explain(may, "reach").missing())
        .extracting(missing -> missing.unitId() + ": " + missing.gap().reason())
        .containsExactly(
            "clip: YouTube gives no reach", "old: no snapshot at or before 2026-05-01");
  }

  @Test
  void the_units_behind_a_total_add_up_to_it() {
    FactsBuilder facts =
        new FactsBuilder()
            .post("a", post -> post.read("impressions", 300))
            .post("b", post -> post.read("impressions", 500))
            .post("c", post -> post);

    Explanation explanation = explain(Asking.of(facts), "impressions");

    assertThat(
            explanation.units().stream()
                .map(unit -> unit.values().get(0).figure().orElseThrow())
                .mapToLong(figure -> ((Figure.Count) figure).count())
                .sum())
        .isEqualTo(800);
    assertThat(explanation.value().figure()).contains(new Figure.Count(800));
  }

  private static Explanation explain(Asking asking, String kpiId) {
    List<KpiDefinition> kpis = Asking.kpis(List.of(kpiId));
    return Explainer.of(asking.engine(), kpis.get(0), asking.units(kpis));
  }

  private static PostBuilder engaged(PostBuilder post, long likes) {
    return post.read("likes", likes).read("comments", 0).read("shares", 0).read("saves", 0);
  }

  private static FactsBuilder spring() {
    return new FactsBuilder().campaign("spring", "EUR").collaboration("anna", "spring", "anna");
  }
}
