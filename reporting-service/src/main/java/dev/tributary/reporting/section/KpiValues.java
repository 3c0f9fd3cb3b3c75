package dev.tributary.reporting.section;

import dev.tributary.metrics.v1.GroupKey;
import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.metrics.v1.KpiRow;
import dev.tributary.reporting.figure.GroupMerge;
import dev.tributary.reporting.peer.KpiAnswer;
import dev.tributary.type.v1.MeasuredValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One answer of the KPI engine with the definitions of its KPIs. Every table groups the same rows,
 * so that no two of them can differ.
 */
final class KpiValues {
  private final Map<String, KpiDefinition> definitions = new LinkedHashMap<>();
  private final KpiAnswer answer;

  KpiValues(List<KpiDefinition> catalog, KpiAnswer answer) {
    this.answer = answer;
    Map<String, KpiDefinition> known = new HashMap<>();
    catalog.forEach(definition -> known.put(definition.getKpiId(), definition));
    for (String kpiId : answer.kpiIds()) {
      definitions.put(
          kpiId, known.getOrDefault(kpiId, KpiDefinition.newBuilder().setKpiId(kpiId).build()));
    }
  }

  /** Definitions of all KPIs of the answer. */
  List<KpiDefinition> all() {
    return List.copyOf(definitions.values());
  }

  /** Definitions of those KPIs that the answer has, in the order given. */
  List<KpiDefinition> among(List<String> kpiIds) {
    return kpiIds.stream().flatMap(kpiId -> definition(kpiId).stream()).toList();
  }

  /** The definition, if the answer has the KPI. */
  Optional<KpiDefinition> definition(String kpiId) {
    return Optional.ofNullable(definitions.get(kpiId));
  }

  /** The value over everything; absent when the answer does not have the KPI. */
  Optional<MeasuredValue> total(String kpiId) {
    return definition(kpiId)
        .map(
            definition ->
                answer
                    .total()
                    .map(total -> value(total, kpiId))
                    .orElseGet(() -> merged(answer.rows(), definition)));
  }

  /** The rows put together by a part of their key. */
  List<KpiGroup> by(Function<GroupKey, String> part) {
    Map<String, List<KpiRow>> rows = new TreeMap<>();
    for (KpiRow row : answer.rows()) {
      rows.computeIfAbsent(part.apply(row.getKey()), key -> new ArrayList<>()).add(row);
    }
    return rows.entrySet().stream()
        .map(entry -> new KpiGroup(entry.getKey(), values(entry.getValue())))
        .toList();
  }

  private Map<String, MeasuredValue> values(List<KpiRow> rows) {
    Map<String, MeasuredValue> values = new HashMap<>();
    definitions.forEach((kpiId, definition) -> values.put(kpiId, merged(rows, definition)));
    return values;
  }

  private MeasuredValue merged(List<KpiRow> rows, KpiDefinition definition) {
    return rows.isEmpty()
        ? MeasuredValue.getDefaultInstance()
        : GroupMerge.of(
            rows.stream().map(row -> value(row, definition.getKpiId())).toList(),
            definition.getAggregation());
  }

  private MeasuredValue value(KpiRow row, String kpiId) {
    return row.getValues(answer.kpiIds().indexOf(kpiId)).getValue();
  }
}
