package dev.tributary.metrics.kpi;

import static dev.tributary.metrics.fact.CostOrigin.LEDGER_COMMISSION;
import static dev.tributary.metrics.fact.CostOrigin.LEDGER_FEE;
import static dev.tributary.metrics.fact.CostOrigin.TOLD_COMMISSION;
import static dev.tributary.metrics.fact.CostOrigin.TOLD_FEE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.fact.FactsBuilder;
import dev.tributary.runtime.money.Money;
import org.junit.jupiter.api.Test;

/** Commissions of the ledger are costs, and are never added to those that somebody tells us. */
class CommissionKpiTest {
  private static final String MAY_3 = "2026-05-03T12:00:00Z";
  private static final String MAY_9 = "2026-05-09T12:00:00Z";

  @Test
  void commissions_of_the_ledger_count_as_cost_beside_others() {
    FactsBuilder facts =
        spring()
            .cost("anna", "100.00 EUR")
            .cost("anna", LEDGER_COMMISSION, MAY_3, "12.50 EUR")
            .cost("anna", LEDGER_FEE, MAY_9, "50.00 EUR")
            .order("anna", MAY_3, "325.00 EUR");

    Measured cost = Asking.of(facts).total("cost");

    assertThat(cost.state()).isEqualTo(ValueState.VALUE);
    assertThat(cost.figure()).contains(new Figure.Amount(new Money("EUR", 16_250)));
    assertThat(cost.definitionIds()).contains("commission.ledger", "cost.observed");
    assertThat(Asking.of(facts).figure("roas")).isEqualTo(new Figure.Ratio(32_500, 16_250));
  }

  @Test
  void a_commission_that_is_told_too_is_a_conflict_and_no_sum() {
    FactsBuilder facts =
        spring()
            .cost("anna", LEDGER_COMMISSION, MAY_3, "12.50 EUR")
            .cost("anna", TOLD_COMMISSION, MAY_9, "12.00 EUR");

    Measured cost = Asking.of(facts).total("cost");

    assertThat(cost.state()).isEqualTo(ValueState.NOT_AVAILABLE);
    assertThat(cost.figure()).isEmpty();
    assertThat(cost.reason())
        .contains(
            "commission told twice: 12.50 EUR by attribution's ledger and 12.00 EUR by books");
  }

  @Test
  void what_is_not_in_conflict_is_counted_and_the_number_is_partial() {
    FactsBuilder facts =
        spring()
            .cost("anna", "100.00 EUR")
            .cost("anna", LEDGER_COMMISSION, MAY_3, "12.50 EUR")
            .cost("anna", TOLD_COMMISSION, MAY_9, "12.00 EUR");

    Measured cost = Asking.of(facts).total("cost");

    assertThat(cost.state()).isEqualTo(ValueState.PARTIAL);
    assertThat(cost.figure()).contains(new Figure.Amount(new Money("EUR", 10_000)));
  }

  @Test
  void a_conflict_leaves_its_collaboration_out_of_returns() {
    FactsBuilder facts =
        spring()
            .collaboration("bo", "spring", "bo")
            .cost("anna", LEDGER_COMMISSION, MAY_3, "12.50 EUR")
            .cost("anna", TOLD_COMMISSION, MAY_9, "12.00 EUR")
            .cost("bo", "10.00 EUR")
            .order("anna", MAY_3, "1000.00 EUR")
            .order("bo", MAY_3, "30.00 EUR");

    assertThat(Asking.of(facts).figure("roas")).isEqualTo(new Figure.Ratio(3_000, 1_000));
  }

  @Test
  void a_fee_that_is_told_too_is_a_conflict_and_a_commission_beside_it_is_not() {
    FactsBuilder facts =
        spring()
            .cost("anna", LEDGER_FEE, MAY_3, "50.00 EUR")
            .cost("anna", TOLD_FEE, MAY_9, "60.00 EUR")
            .cost("anna", LEDGER_COMMISSION, MAY_3, "7.00 EUR");

    Measured cost = Asking.of(facts).total("cost");

    assertThat(cost.figure()).contains(new Figure.Amount(new Money("EUR", 700)));
    assertThat(cost.reason()).contains("fee told twice");
  }

  @Test
  void commissions_told_for_the_months_before_the_ledgers_first_are_another_period() {
    FactsBuilder facts =
        spring()
            .cost("anna", TOLD_COMMISSION, "2026-04-30T12:00:00Z", "9.00 EUR")
            .cost("anna", LEDGER_COMMISSION, MAY_3, "12.50 EUR");

    assertThat(Asking.of(facts).figure("cost"))
        .isEqualTo(new Figure.Amount(new Money("EUR", 2_150)));
  }

  @Test
  void told_commissions_of_a_collaboration_that_the_ledger_does_not_know_count() {
    FactsBuilder facts = spring().cost("anna", TOLD_COMMISSION, MAY_3, "9.00 EUR");

    assertThat(Asking.of(facts).figure("cost")).isEqualTo(new Figure.Amount(new Money("EUR", 900)));
  }

  private static FactsBuilder spring() {
    return new FactsBuilder().campaign("spring", "EUR").collaboration("anna", "spring", "anna");
  }
}
