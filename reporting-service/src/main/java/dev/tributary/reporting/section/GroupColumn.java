package dev.tributary.reporting.section;

import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.reporting.v1.Column;
import dev.tributary.type.v1.MeasuredValue;
import java.util.List;
import java.util.function.Function;

/**
 * One column of a table that has a row per group.
 *
 * @param column its heading
 * @param value what a group has in it
 * @param total what stands in the last row
 */
record GroupColumn(Column column, Function<KpiGroup, MeasuredValue> value, MeasuredValue total) {

  /** One column for each of those KPIs that the answer has. */
  static List<GroupColumn> of(KpiValues kpis, List<String> kpiIds) {
    return kpis.among(kpiIds).stream().map(definition -> of(kpis, definition)).toList();
  }

  private static GroupColumn of(KpiValues kpis, KpiDefinition definition) {
    String kpiId = definition.getKpiId();
    return new GroupColumn(
        Cells.kpiColumn(definition), group -> group.value(kpiId), kpis.total(kpiId).orElseThrow());
  }
}
