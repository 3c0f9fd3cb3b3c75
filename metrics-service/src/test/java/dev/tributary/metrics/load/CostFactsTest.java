package dev.tributary.metrics.load;

import static dev.tributary.metrics.testing.Attributed.commission;
import static dev.tributary.metrics.testing.Attributed.fee;
import static dev.tributary.metrics.testing.Attributed.ofGoal;
import static dev.tributary.metrics.testing.Ingested.cost;
import static dev.tributary.metrics.testing.Ingested.rate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.v1.CommissionMovementKind;
import dev.tributary.metrics.fact.CostFact;
import dev.tributary.metrics.fact.CostOrigin;
import dev.tributary.metrics.fact.Facts;
import dev.tributary.runtime.money.Money;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Costs, the commissions of the ledger among them, and rates. */
@ParameterizedClass
@EnumSource
class CostFactsTest extends LoadedFacts {
  CostFactsTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void commissions_are_costs_at_the_time_of_their_conversion_less_what_refunds_took_back() {
    String later = "2026-06-04T12:00:00Z";
    feeds
        .add(
            "o",
            commission(
                "#1", CommissionMovementKind.COMMISSION_MOVEMENT_KIND_ACCRUAL, 1, NOON, ANNA, 900))
        .add(
            "o",
            commission(
                "#1",
                CommissionMovementKind.COMMISSION_MOVEMENT_KIND_CLAWBACK,
                1,
                later,
                ANNA,
                -300))
        .add(
            "o",
            commission(
                "#1", CommissionMovementKind.COMMISSION_MOVEMENT_KIND_DISCOUNT, 1, NOON, ANNA, 777))
        .add(
            "o",
            commission(
                "#2", CommissionMovementKind.COMMISSION_MOVEMENT_KIND_ACCRUAL, 1, NOON, BO, 50))
        .add("f", fee("retainer:2026-05", later, ANNA, 5_000))
        .apply();
    Facts facts = load(asking("spring", "", ""));
    assertThat(facts.costs())
        .extracting(CostFact::costId, CostFact::amount, CostFact::origin, CostFact::time)
        .containsExactlyInAnyOrder(
            tuple("#1", new Money("EUR", 600), CostOrigin.LEDGER_COMMISSION, Instant.parse(NOON)),
            tuple(
                "retainer:2026-05",
                new Money("EUR", 5_000),
                CostOrigin.LEDGER_FEE,
                Instant.parse(later)));
  }

  @Test
  void commissions_of_custom_goals_of_one_order_id_are_told_apart_by_their_names() {
    var kind = CommissionMovementKind.COMMISSION_MOVEMENT_KIND_ACCRUAL;
    feeds
        .add("1", ofGoal("deposit", commission("1", kind, 1, NOON, ANNA, 60)))
        .add("2", ofGoal("donation", commission("1", kind, 1, NOON, ANNA, 40)))
        .add("1", ofGoal("deposit", commission("1", kind, 2, NOON, ANNA, 50)))
        .apply();
    assertThat(load(EVERYTHING).costs())
        .extracting(CostFact::amount)
        .containsExactlyInAnyOrder(new Money("EUR", 50), new Money("EUR", 40));
  }

  @Test
  void a_cost_is_what_was_received_last_at_the_time_it_was_observed_first() {
    feeds
        .add("fee", cost("fee", "2026-05-02T00:00:00Z", "anna-spring", "", 1_000_00))
        .add("fee", cost("fee", "2026-05-20T00:00:00Z", "anna-spring", "", 900_00))
        .apply();
    assertThat(load(EVERYTHING).costs())
        .singleElement()
        .satisfies(
            cost -> {
              assertThat(cost.amount()).isEqualTo(new Money("EUR", 900_00));
              assertThat(cost.time()).isEqualTo(Instant.parse("2026-05-02T00:00:00Z"));
            });
  }

  @Test
  void a_cost_that_was_moved_belongs_only_where_it_is_now() {
    twoCampaigns();
    feeds.add("fee-anna", cost("fee-anna", NOON, "bo-autumn", "", 1_000_00)).apply();
    assertThat(load(asking("", "anna", "")).costs()).isEmpty();
    assertThat(load(asking("", "bo", "")).costs())
        .extracting(CostFact::costId)
        .contains("fee-anna");
    feeds.add("fee-anna", cost("fee-anna", NOON, "", "spring", 1_000_00)).apply();
    assertThat(load(asking("spring", "", "")).costs())
        .extracting(CostFact::costId)
        .contains("fee-anna");
  }

  @Test
  void rates_are_those_received_last() {
    feeds
        .add("r", rate("2026-05-04", 11_000_000_000L))
        .add("r", rate("2026-05-04", 11_047_500_000L));
    feeds.apply();
    Optional<Money> crowns =
        load(EVERYTHING)
            .rates()
            .convert(new Money("EUR", 100_00), "SEK", LocalDate.parse("2026-05-04"));
    assertThat(crowns).contains(new Money("SEK", 1104_75));
  }
}
