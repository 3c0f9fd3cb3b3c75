package dev.tributary.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.v1.KpiAggregation;
import dev.tributary.type.v1.CountBounds;
import dev.tributary.type.v1.Coverage;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.MoneyTotals;
import dev.tributary.type.v1.ProvenanceClass;
import dev.tributary.type.v1.ProvenanceShare;
import dev.tributary.type.v1.Ratio;
import dev.tributary.type.v1.UnitMoney;
import dev.tributary.type.v1.ValueState;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupMergeTest {
  private static final KpiAggregation SUM = KpiAggregation.KPI_AGGREGATION_SUM;
  private static final KpiAggregation RECOMPUTE = KpiAggregation.KPI_AGGREGATION_RECOMPUTE;
  private static final KpiAggregation BOUNDS = KpiAggregation.KPI_AGGREGATION_BOUNDS;

  @Test
  void counts_and_their_coverage_are_added() {
    MeasuredValue merged =
        GroupMerge.of(
            List.of(known(2, 2).setCount(40).build(), known(3, 3).setCount(2).build()), SUM);

    assertThat(merged.getCount()).isEqualTo(42);
    assertThat(merged.getState()).isEqualTo(ValueState.VALUE_STATE_VALUE);
    assertThat(merged.getCoverage().getKnown()).isEqualTo(5);
  }

  @Test
  void a_ratio_is_computed_from_sums_and_never_averaged() {
    MeasuredValue merged =
        GroupMerge.of(
            List.of(
                known(1, 1).setRatio(ratio(1, 10)).build(),
                known(1, 1).setRatio(ratio(90, 100)).build()),
            RECOMPUTE);

    assertThat(merged.getRatio()).isEqualTo(ratio(91, 110));
  }

  @Test
  void shares_of_conversions_are_added_as_numbers() {
    MeasuredValue merged =
        GroupMerge.of(
            List.of(
                known(1, 1).setRatio(ratio(2_500_000, 1_000_000)).build(),
                known(1, 1).setCount(3).build()),
            SUM);

    assertThat(merged.getRatio()).isEqualTo(ratio(11, 2));
  }

  @Test
  void money_per_unit_adds_both_sums_in_the_finer_unit() {
    MeasuredValue merged =
        GroupMerge.of(
            List.of(
                known(1, 1).setUnitMoney(perUnit(1_000, 4, 1)).build(),
                known(1, 1).setUnitMoney(perUnit(500, 1_500_000, 1_000_000)).build()),
            RECOMPUTE);

    assertThat(merged.getUnitMoney()).isEqualTo(perUnit(1_500, 5_500_000, 1_000_000));
  }

  @Test
  void people_keep_bounds() {
    MeasuredValue merged =
        GroupMerge.of(
            List.of(
                known(1, 1).setBounds(bounds(100, 300)).build(), known(1, 1).setCount(250).build()),
            BOUNDS);

    assertThat(merged.getBounds()).isEqualTo(bounds(250, 550));
  }

  @Test
  void currencies_are_added_each_for_itself() {
    MeasuredValue merged =
        GroupMerge.of(
            List.of(
                known(1, 1).setMoney(money("USD", 100)).build(),
                known(1, 1).setMoney(money("EUR", 5)).build(),
                known(1, 1)
                    .setMoneyTotals(MoneyTotals.newBuilder().addAmounts(money("USD", 20)))
                    .build()),
            SUM);

    assertThat(merged.getMoneyTotals().getAmountsList())
        .containsExactly(money("EUR", 5), money("USD", 120));
  }

  @Test
  void ratios_of_several_currencies_have_no_whole() {
    MeasuredValue merged =
        GroupMerge.of(
            List.of(
                known(1, 1).setUnitMoney(perUnit(1, 1, 1)).build(),
                known(1, 1)
                    .setUnitMoney(perUnit(1, 1, 1).toBuilder().setCurrencyCode("USD"))
                    .build()),
            RECOMPUTE);

    assertThat(merged.getState()).isEqualTo(ValueState.VALUE_STATE_NOT_AVAILABLE);
    assertThat(Values.hasNumber(merged)).isFalse();
  }

  @Test
  void one_group_without_a_number_makes_the_whole_partial_and_keeps_its_reason() {
    MeasuredValue merged =
        GroupMerge.of(
            List.of(
                known(4, 4).setCount(40).build(),
                missing(ValueState.VALUE_STATE_NOT_COLLECTED, "no reading (1)")),
            SUM);

    assertThat(merged.getState()).isEqualTo(ValueState.VALUE_STATE_PARTIAL);
    assertThat(merged.getCount()).isEqualTo(40);
    assertThat(merged.getReason()).isEqualTo("no reading (1)");
    assertThat(merged.getCoverage()).isEqualTo(coverage(4, 5));
  }

  @Test
  void how_many_units_a_part_lacks_is_not_said_of_the_whole() {
    MeasuredValue part =
        value(ValueState.VALUE_STATE_PARTIAL, 5, 6)
            .setCount(1)
            .setReason("5 of 6 posts complete; missing: no reading (1)")
            .build();

    MeasuredValue merged = GroupMerge.of(List.of(part, known(28, 28).setCount(1).build()), SUM);

    assertThat(merged.getReason()).isEqualTo("missing: no reading (1)");
    assertThat(merged.getCoverage()).isEqualTo(coverage(33, 34));
  }

  @Test
  void groups_without_units_count_for_nothing() {
    MeasuredValue none =
        value(ValueState.VALUE_STATE_NOT_AVAILABLE, 0, 0).setReason("no posts").build();
    MeasuredValue some = known(2, 2).setCount(7).build();

    assertThat(GroupMerge.of(List.of(none, some, none), SUM)).isEqualTo(some);
    assertThat(GroupMerge.of(List.of(none, none), SUM)).isEqualTo(none);
  }

  @Test
  void what_no_group_knows_has_the_most_hopeful_state() {
    MeasuredValue merged =
        GroupMerge.of(
            List.of(
                missing(ValueState.VALUE_STATE_NOT_AVAILABLE, "YouTube gives no reach"),
                missing(ValueState.VALUE_STATE_NOT_COLLECTED, "no reading")),
            BOUNDS);

    assertThat(merged.getState()).isEqualTo(ValueState.VALUE_STATE_NOT_COLLECTED);
    assertThat(merged.getReason()).isEqualTo("YouTube gives no reach; no reading");
    assertThat(Values.hasNumber(merged)).isFalse();
  }

  @Test
  void sources_and_definitions_are_kept() {
    MeasuredValue one =
        known(1, 1)
            .setCount(1)
            .addProvenance(share(ProvenanceClass.PROVENANCE_CLASS_MANUAL, 1))
            .addDefinitionIds("tiktok.views")
            .build();
    MeasuredValue other =
        known(1, 1)
            .setCount(1)
            .addProvenance(share(ProvenanceClass.PROVENANCE_CLASS_FIRST_PARTY_API, 2))
            .addProvenance(share(ProvenanceClass.PROVENANCE_CLASS_MANUAL, 3))
            .addDefinitionIds("instagram.views.2025")
            .build();

    MeasuredValue merged = GroupMerge.of(List.of(one, other), SUM);

    assertThat(merged.getProvenanceList())
        .containsExactly(
            share(ProvenanceClass.PROVENANCE_CLASS_FIRST_PARTY_API, 2),
            share(ProvenanceClass.PROVENANCE_CLASS_MANUAL, 4));
    assertThat(merged.getDefinitionIdsList())
        .containsExactly("instagram.views.2025", "tiktok.views");
  }

  private static MeasuredValue.Builder known(long known, long total) {
    return value(ValueState.VALUE_STATE_VALUE, known, total);
  }

  private static MeasuredValue missing(ValueState state, String reason) {
    return value(state, 0, 1).setReason(reason).build();
  }

  private static MeasuredValue.Builder value(ValueState state, long known, long total) {
    return MeasuredValue.newBuilder().setState(state).setCoverage(coverage(known, total));
  }

  private static Coverage coverage(long known, long total) {
    return Coverage.newBuilder().setKnown(known).setTotal(total).setUnit("posts").build();
  }

  private static Ratio ratio(long numerator, long denominator) {
    return Ratio.newBuilder().setNumerator(numerator).setDenominator(denominator).build();
  }

  private static UnitMoney perUnit(long minor, long units, long multiplier) {
    return UnitMoney.newBuilder()
        .setCurrencyCode("EUR")
        .setNumeratorMinor(minor)
        .setDenominator(units)
        .setMultiplier(multiplier)
        .build();
  }

  private static CountBounds bounds(long min, long max) {
    return CountBounds.newBuilder().setMin(min).setMax(max).build();
  }

  private static Money money(String currency, long minor) {
    return Money.newBuilder().setCurrencyCode(currency).setMinorUnits(minor).build();
  }

  private static ProvenanceShare share(ProvenanceClass provenance, long units) {
    return ProvenanceShare.newBuilder().setProvenance(provenance).setUnits(units).build();
  }
}
