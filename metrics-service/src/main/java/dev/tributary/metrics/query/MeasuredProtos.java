package dev.tributary.metrics.query;

import dev.tributary.metrics.fact.ProvenanceClass;
import dev.tributary.metrics.kpi.Figure;
import dev.tributary.metrics.kpi.Measured;
import dev.tributary.metrics.v1.KpiValue;
import dev.tributary.runtime.money.MoneyProtos;
import dev.tributary.type.v1.CountBounds;
import dev.tributary.type.v1.Coverage;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.MoneyTotals;
import dev.tributary.type.v1.ProvenanceShare;
import dev.tributary.type.v1.Ratio;
import dev.tributary.type.v1.UnitMoney;
import dev.tributary.type.v1.ValueState;

/** Messages of values. */
final class MeasuredProtos {
  private MeasuredProtos() {}

  /** A value under the id of its KPI or measure. */
  static KpiValue toProto(String id, Measured value) {
    return KpiValue.newBuilder().setKpiId(id).setValue(toProto(value)).build();
  }

  /** A figure that nothing is missing from. */
  static MeasuredValue complete(Figure figure) {
    MeasuredValue.Builder message =
        MeasuredValue.newBuilder().setState(ValueState.VALUE_STATE_VALUE);
    set(message, figure);
    return message.build();
  }

  /** A value. */
  static MeasuredValue toProto(Measured value) {
    MeasuredValue.Builder message =
        MeasuredValue.newBuilder()
            .setState(ValueState.valueOf("VALUE_STATE_" + value.state().name()))
            .setReason(value.reason())
            .setCoverage(
                Coverage.newBuilder()
                    .setKnown(value.coverage().known())
                    .setTotal(value.coverage().total())
                    .setUnit(value.coverage().unit()))
            .addAllDefinitionIds(value.definitionIds());
    value.figure().ifPresent(figure -> set(message, figure));
    value
        .provenance()
        .forEach((provenance, units) -> message.addProvenance(share(provenance, units)));
    return message.build();
  }

  private static void set(MeasuredValue.Builder message, Figure figure) {
    if (figure instanceof Figure.Count count) {
      message.setCount(count.count());
    } else if (figure instanceof Figure.Ratio ratio) {
      message.setRatio(
          Ratio.newBuilder().setNumerator(ratio.numerator()).setDenominator(ratio.denominator()));
    } else if (figure instanceof Figure.Amount amount) {
      message.setMoney(MoneyProtos.toProto(amount.money()));
    } else if (figure instanceof Figure.Totals totals) {
      message.setMoneyTotals(
          MoneyTotals.newBuilder()
              .addAllAmounts(totals.amounts().stream().map(MoneyProtos::toProto).toList()));
    } else if (figure instanceof Figure.PerUnit perUnit) {
      message.setUnitMoney(
          UnitMoney.newBuilder()
              .setCurrencyCode(perUnit.currency())
              .setNumeratorMinor(perUnit.numeratorMinor())
              .setDenominator(perUnit.denominator())
              .setMultiplier(perUnit.multiplier()));
    } else if (figure instanceof Figure.Range range) {
      message.setBounds(CountBounds.newBuilder().setMin(range.min()).setMax(range.max()));
    }
  }

  private static ProvenanceShare share(ProvenanceClass provenance, long units) {
    return ProvenanceShare.newBuilder()
        .setProvenance(
            dev.tributary.type.v1.ProvenanceClass.valueOf("PROVENANCE_CLASS_" + provenance.name()))
        .setUnits(units)
        .build();
  }
}
