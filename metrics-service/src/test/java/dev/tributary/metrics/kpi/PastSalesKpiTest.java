package dev.tributary.metrics.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.fact.FactsBuilder;
import dev.tributary.runtime.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Totals of a past campaign, told at its end on the first of June. */
class PastSalesKpiTest {
  private static final String START = "2026-05-01T00:00:00Z";
  private static final String END = "2026-06-01T00:00:00Z";

  @Test
  void told_totals_are_the_sales_of_their_collaboration() {
    Asking asking = Asking.of(past());

    assertThat(asking.figure("conversions")).isEqualTo(new Figure.Count(11));
    assertThat(asking.figure("revenue")).isEqualTo(new Figure.Amount(new Money("EUR", 121_000)));
    assertThat(asking.figure("roas")).isEqualTo(new Figure.Ratio(121_000, 200_000));
    assertThat(asking.total("revenue").state()).isEqualTo(ValueState.VALUE);
  }

  @Test
  void clicks_are_unknown_and_not_zero() {
    Measured clicks = Asking.of(past()).total("clicks");

    assertThat(clicks.figure()).isEmpty();
    assertThat(clicks.state()).isEqualTo(ValueState.NOT_COLLECTED);
    assertThat(clicks.reason()).contains("of a past campaign only totals are known");
  }

  @Test
  void a_total_is_known_at_its_end_nothing_before_the_start_and_unknown_in_between() {
    Asking asking = Asking.of(past());

    assertThat(asking.within("2026-01-01T00:00:00Z", END).figure("revenue"))
        .isEqualTo(new Figure.Amount(new Money("EUR", 121_000)));
    assertThat(asking.within("2026-01-01T00:00:00Z", START).figure("conversions"))
        .isEqualTo(new Figure.Count(0));
    assertThat(asking.within("2026-01-01T00:00:00Z", "2026-05-10T00:00:00Z").total("revenue"))
        .extracting(Measured::state)
        .isEqualTo(ValueState.NOT_COLLECTED);
    assertThat(asking.within("2026-07-01T00:00:00Z", "2026-08-01T00:00:00Z").figure("revenue"))
        .isEqualTo(new Figure.Amount(new Money("EUR", 0)));
  }

  @Test
  void another_collaboration_of_the_same_question_keeps_its_tracked_sales() {
    FactsBuilder facts =
        past().collaboration("bo", "spring", "bo").order("bo", "2026-05-03T10:00:00Z", "30.00 EUR");

    assertThat(Asking.of(facts).figure("revenue"))
        .isEqualTo(new Figure.Amount(new Money("EUR", 124_000)));
    assertThat(Asking.of(facts).figure("conversions")).isEqualTo(new Figure.Count(12));
  }

  @Test
  void revenue_in_another_currency_needs_the_rate_of_the_day_it_was_told() {
    FactsBuilder facts =
        new FactsBuilder()
            .campaign("spring", "EUR")
            .collaboration("all", "spring", "all")
            .post(
                "history",
                post -> post.of("all").published(START).read("past_revenue.SEK", END, 115_000));

    assertThat(Asking.of(facts).figure("revenue"))
        .isEqualTo(new Figure.Totals(List.of(new Money("SEK", 115_000))));
    assertThat(Asking.of(facts).in("EUR").total("revenue").reason())
        .contains("no rate from SEK to EUR");
  }

  private static FactsBuilder past() {
    return new FactsBuilder()
        .campaign("spring", "EUR")
        .collaboration("all", "spring", "all")
        .cost("all", "2000.00 EUR")
        .post(
            "history",
            post ->
                post.of("all")
                    .published(START)
                    .read("past_orders", END, 11)
                    .read("past_revenue.EUR", END, 121_000));
  }
}
