package dev.tributary.metrics.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.fact.CollaborationFact;
import dev.tributary.metrics.fact.ConversionGoal;
import dev.tributary.metrics.fact.CreditSource;
import dev.tributary.metrics.fact.CustomerNovelty;
import dev.tributary.metrics.fact.FactsBuilder;
import dev.tributary.metrics.measure.Dimension;
import dev.tributary.metrics.measure.Place;
import dev.tributary.runtime.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoneyKpiTest {
  @Test
  void a_thousand_over_five_hundred_engagements_is_two_each() {
    FactsBuilder facts =
        spring()
            .cost("anna", "1000.00 EUR")
            .post(
                "a",
                post ->
                    post.of("anna")
                        .read("likes", 400)
                        .read("comments", 50)
                        .read("shares", 30)
                        .read("saves", 20));

    assertThat(Asking.of(facts).figure("cpe"))
        .isEqualTo(new Figure.PerUnit("EUR", 100_000, 500, 1));
  }

  @Test
  void three_thousand_of_sales_for_one_thousand_is_a_roi_of_200_percent_and_a_roas_of_3() {
    FactsBuilder facts =
        spring().cost("anna", "1000.00 EUR").order("anna", "2026-05-03T10:00:00Z", "3000.00 EUR");

    assertThat(Asking.of(facts).figure("roi")).isEqualTo(new Figure.Ratio(200_000, 100_000));
    assertThat(Asking.of(facts).figure("roas")).isEqualTo(new Figure.Ratio(300_000, 100_000));
  }

  @Test
  void each_goal_has_a_count_of_its_own_and_only_amounts_are_orders() {
    FactsBuilder facts = spring().order("anna", "2026-05-03T10:00:00Z", "30.00 EUR");
    Map<String, ConversionGoal> goals =
        Map.of(
            "sign_ups", ConversionGoal.SIGN_UP,
            "newsletter_sign_ups", ConversionGoal.NEWSLETTER,
            "webinar_registrations", ConversionGoal.WEBINAR,
            "leads", ConversionGoal.LEAD,
            "content_downloads", ConversionGoal.CONTENT_DOWNLOAD,
            "app_installs", ConversionGoal.APP_INSTALL,
            "trials", ConversionGoal.TRIAL,
            "demos", ConversionGoal.DEMO,
            "subscriptions_started", ConversionGoal.SUBSCRIPTION_START,
            "renewals", ConversionGoal.SUBSCRIPTION_RENEWAL);
    goals.values().forEach(goal -> facts.goal("anna", "2026-05-03T10:00:00Z", goal));

    for (String kpi : goals.keySet()) {
      assertThat(Asking.of(facts).figure(kpi)).as(kpi).isEqualTo(new Figure.Count(1));
    }
    assertThat(Asking.of(facts).figure("aov")).isEqualTo(new Figure.PerUnit("EUR", 3_000, 1, 1));
  }

  @Test
  void an_order_whose_customer_may_be_new_is_a_gap_and_never_a_zero() {
    String time = "2026-05-03T10:00:00Z";
    FactsBuilder known =
        spring()
            .order("anna", time, "30.00 EUR", CustomerNovelty.NEW)
            .order("anna", time, "30.00 EUR", CustomerNovelty.RETURNING);
    assertThat(Asking.of(known).total("new_customers").state()).isEqualTo(ValueState.VALUE);
    assertThat(Asking.of(known).total("new_customer_rate").figure())
        .contains(new Figure.Ratio(1_000_000, 2_000_000));

    known.order("anna", time, "30.00 EUR", CustomerNovelty.UNKNOWN);
    assertThat(Asking.of(known).total("new_customers").state()).isEqualTo(ValueState.PARTIAL);
    assertThat(Asking.of(known).total("new_customer_rate").figure()).isEmpty();

    FactsBuilder unknown = spring().order("anna", time, "30.00 EUR", CustomerNovelty.UNKNOWN);
    assertThat(Asking.of(unknown).total("new_customers").figure()).isEmpty();
    assertThat(Asking.of(spring()).total("new_customers").state()).isEqualTo(ValueState.VALUE);
  }

  @Test
  void a_cost_of_zero_makes_returns_undefined() {
    FactsBuilder facts =
        spring().cost("anna", "0.00 EUR").order("anna", "2026-05-03T10:00:00Z", "30.00 EUR");

    assertThat(Asking.of(facts).total("roas").state()).isEqualTo(ValueState.UNDEFINED);
    assertThat(Asking.of(facts).total("roi").state()).isEqualTo(ValueState.UNDEFINED);
  }

  @Test
  void a_collaboration_without_a_cost_is_missing_and_its_sales_are_left_out_of_returns() {
    FactsBuilder facts =
        spring()
            .collaboration("bo", "spring", "bo")
            .cost("anna", "10.00 EUR")
            .order("anna", "2026-05-03T10:00:00Z", "30.00 EUR")
            .order("bo", "2026-05-03T10:00:00Z", "500.00 EUR");

    Measured cost = Asking.of(facts).total("cost");
    Measured roas = Asking.of(facts).total("roas");

    assertThat(cost.figure()).contains(new Figure.Amount(new Money("EUR", 1_000)));
    assertThat(cost.state()).isEqualTo(ValueState.PARTIAL);
    assertThat(cost.reason())
        .isEqualTo("1 of 2 collaborations complete; missing: no cost observed (1)");
    assertThat(roas.figure()).contains(new Figure.Ratio(3_000, 1_000));
    assertThat(roas.coverage()).isEqualTo(new Coverage(1, 2, "collaborations"));
  }

  @Test
  void cost_per_thousand_impressions_leaves_out_a_collaboration_with_an_unknown_post() {
    FactsBuilder facts =
        spring()
            .collaboration("bo", "spring", "bo")
            .cost("anna", "100.00 EUR")
            .cost("bo", "900.00 EUR")
            .post("a", post -> post.of("anna").read("impressions", 50_000))
            .post("b1", post -> post.of("bo").read("impressions", 10_000))
            .post("b2", post -> post.of("bo"));

    assertThat(Asking.of(facts).figure("cpm"))
        .isEqualTo(new Figure.PerUnit("EUR", 10_000, 50_000, 1_000));
  }

  @Test
  void a_campaigns_own_cost_counts_in_total_and_forms_the_row_of_nobody() {
    FactsBuilder facts =
        spring()
            .cost("anna", "10.00 EUR")
            .campaignCost("spring", "5.00 EUR")
            .order("anna", "2026-05-03T10:00:00Z", "30.00 EUR");
    Asking asking = Asking.of(facts);

    assertThat(asking.figure("cost")).isEqualTo(new Figure.Amount(new Money("EUR", 1_500)));
    assertThat(asking.total("cost").coverage()).isEqualTo(new Coverage(1, 1, "collaborations"));
    assertThat(asking.figure("roas")).isEqualTo(new Figure.Ratio(3_000, 1_500));
    List<Row> rows = asking.rows("cost", Dimension.CREATOR);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).key()).isEqualTo(Place.ANYWHERE);
    assertThat(rows.get(0).values().get(0).figure())
        .contains(new Figure.Amount(new Money("EUR", 500)));
  }

  @Test
  void money_in_two_currencies_stands_side_by_side_and_has_no_ratio() {
    FactsBuilder facts =
        spring()
            .cost("anna", "10.00 EUR")
            .order("anna", "2026-05-03T10:00:00Z", "30.00 EUR")
            .order("anna", "2026-05-03T11:00:00Z", "200.00 SEK");
    Asking asking = Asking.of(facts);

    assertThat(asking.figure("revenue"))
        .isEqualTo(new Figure.Totals(List.of(new Money("EUR", 3_000), new Money("SEK", 20_000))));
    assertThat(asking.total("roas").state()).isEqualTo(ValueState.NOT_AVAILABLE);
    assertThat(asking.total("roas").reason())
        .isEqualTo("amounts in EUR, SEK; name a currency to convert into");
  }

  @Test
  void a_window_without_costs_cost_nothing_in_the_currency_of_the_others() {
    FactsBuilder facts =
        new FactsBuilder()
            .collaboration("anna", "unknown", "anna")
            .cost("anna", "10.00 EUR")
            .clicks("anna", "2026-07-04T10:00:00Z", 5);
    Asking july = Asking.of(facts).within("2026-07-01T00:00:00Z", "2026-08-01T00:00:00Z");

    assertThat(july.figure("cost")).isEqualTo(new Figure.Totals(List.of(Money.zero("EUR"))));
    assertThat(july.figure("cpc")).isEqualTo(new Figure.PerUnit("EUR", 0, 5, 1));
    assertThat(july.total("roas").state()).isEqualTo(ValueState.UNDEFINED);
  }

  @Test
  void money_is_converted_at_the_rate_of_its_day() {
    FactsBuilder facts =
        spring()
            .order("anna", "2026-05-04T10:00:00Z", "220.95 SEK")
            .order("anna", "2026-05-05T10:00:00Z", "30.00 EUR")
            .rate("EUR", "SEK", "2026-05-03", 10_000_000_000L)
            .rate("EUR", "SEK", "2026-05-04", 11_047_500_000L)
            .rate("EUR", "SEK", "2026-05-05", 12_000_000_000L);

    assertThat(Asking.of(facts).in("EUR").figure("revenue"))
        .isEqualTo(new Figure.Amount(new Money("EUR", 5_000)));
  }

  @Test
  void a_missing_rate_is_named_with_its_pair_and_day() {
    FactsBuilder facts =
        spring()
            .order("anna", "2026-05-20T10:00:00Z", "200.00 SEK")
            .rate("EUR", "SEK", "2026-05-04", 11_047_500_000L);

    Measured revenue = Asking.of(facts).in("EUR").total("revenue");

    assertThat(revenue.state()).isEqualTo(ValueState.NOT_AVAILABLE);
    assertThat(revenue.reason())
        .isEqualTo("no rate from SEK to EUR on 2026-05-20 or the 7 days before (1)");
  }

  @Test
  void sek_for_sek_needs_no_rate_in_any_reporting() {
    FactsBuilder facts =
        new FactsBuilder()
            .campaign("spring", "SEK")
            .collaboration("anna", "spring", "anna")
            .cost("anna", "1000.00 SEK")
            .order("anna", "2026-05-04T10:00:00Z", "5000.00 SEK")
            .rate("EUR", "SEK", "2026-05-04", 10_000_000_000L)
            .rate("EUR", "SEK", "2026-05-01", 10_000_000_000L);

    assertThat(Asking.of(facts).figure("roas")).isEqualTo(new Figure.Ratio(500_000, 100_000));
    assertThat(Asking.of(facts).in("EUR").figure("roas"))
        .isEqualTo(new Figure.Ratio(50_000, 10_000));
  }

  @Test
  void a_shared_conversion_counts_by_its_share() {
    FactsBuilder facts =
        spring()
            .cost("anna", "10.00 EUR")
            .credit("anna", "2026-05-03T10:00:00Z", CreditSource.LINK, 333_333, "10.00 EUR")
            .order("anna", "2026-05-03T11:00:00Z", "30.00 EUR");

    assertThat(Asking.of(facts).figure("conversions"))
        .isEqualTo(new Figure.Ratio(1_333_333, 1_000_000));
    assertThat(Asking.of(facts).figure("cpa"))
        .isEqualTo(new Figure.PerUnit("EUR", 1_000, 1_333_333, 1_000_000));
    assertThat(Asking.of(facts).figure("aov"))
        .isEqualTo(new Figure.PerUnit("EUR", 4_000, 1_333_333, 1_000_000));
  }

  @Test
  void the_conversion_rate_leaves_out_what_a_code_brought_and_the_order_value_leaves_out_leads() {
    FactsBuilder facts =
        spring()
            .clicks("anna", "2026-05-03T09:00:00Z", 50)
            .order("anna", "2026-05-03T10:00:00Z", "30.00 EUR")
            .credit("anna", "2026-05-03T10:00:00Z", CreditSource.CODE, 1_000_000, "50.00 EUR")
            .lead("anna", "2026-05-03T10:00:00Z");
    Asking asking = Asking.of(facts);

    assertThat(asking.figure("cvr_click")).isEqualTo(new Figure.Ratio(2_000_000, 50_000_000));
    assertThat(asking.figure("conversions")).isEqualTo(new Figure.Count(3));
    assertThat(asking.figure("aov")).isEqualTo(new Figure.PerUnit("EUR", 8_000, 2, 1));
  }

  @Test
  void clicks_and_sales_nobody_made_are_a_known_zero() {
    Asking asking = Asking.of(spring());

    assertThat(asking.figure("clicks")).isEqualTo(new Figure.Count(0));
    assertThat(asking.figure("conversions")).isEqualTo(new Figure.Count(0));
    assertThat(asking.figure("revenue")).isEqualTo(new Figure.Amount(Money.zero("EUR")));
    assertThat(asking.total("cpc").state()).isEqualTo(ValueState.NOT_COLLECTED);
    assertThat(asking.total("cvr_click").state()).isEqualTo(ValueState.UNDEFINED);
  }

  @Test
  void a_collaboration_that_was_declined_is_not_missed_unless_it_has_something() {
    FactsBuilder facts =
        spring()
            .collaboration(declined("cem"))
            .collaboration(declined("dia"))
            .cost("anna", "10.00 EUR")
            .order("dia", "2026-05-03T10:00:00Z", "30.00 EUR");

    assertThat(Asking.of(facts).total("cost").coverage())
        .isEqualTo(new Coverage(1, 2, "collaborations"));
  }

  private static CollaborationFact declined(String id) {
    return new CollaborationFact(id, Optional.of("spring"), Optional.of(id), true, false);
  }

  private static FactsBuilder spring() {
    return new FactsBuilder().campaign("spring", "EUR").collaboration("anna", "spring", "anna");
  }
}
