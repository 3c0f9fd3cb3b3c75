package dev.tributary.metrics.query;

import dev.tributary.metrics.kpi.KpiDefinition;
import dev.tributary.metrics.measure.Measure;
import dev.tributary.metrics.v1.FunnelStage;
import dev.tributary.metrics.v1.KpiAggregation;
import dev.tributary.metrics.v1.KpiUnit;

/** Messages of the catalogue's entries. */
final class DefinitionProtos {
  private DefinitionProtos() {}

  /** An entry. */
  static dev.tributary.metrics.v1.KpiDefinition toProto(KpiDefinition kpi) {
    return dev.tributary.metrics.v1.KpiDefinition.newBuilder()
        .setKpiId(kpi.id())
        .setDisplayName(kpi.displayName())
        .setFormula(kpi.formula().text())
        .setUnit(KpiUnit.valueOf("KPI_UNIT_" + kpi.unit().name()))
        .setAggregation(KpiAggregation.valueOf("KPI_AGGREGATION_" + kpi.aggregation().name()))
        .setStage(FunnelStage.valueOf("FUNNEL_STAGE_" + kpi.stage().name()))
        .setDescription(kpi.description())
        .setSource(kpi.source())
        .addAllInputs(kpi.formula().inputs().stream().map(Measure::id).toList())
        .setLowerIsBetter(kpi.lowerIsBetter())
        .build();
  }
}
