package dev.tributary.metrics.kpi;

import dev.tributary.metrics.measure.Dimension;
import dev.tributary.metrics.measure.Place;
import dev.tributary.metrics.measure.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * KPIs by group and in total, both from the same units: what is in no row is in no total.
 *
 * @param rows one for each group that has a unit, ordered by key; none without dimensions
 * @param total all units together
 */
public record KpiTable(List<Row> rows, Row total) {

  /** Keeps the rows unchangeable. */
  public KpiTable {
    rows = List.copyOf(rows);
  }

  /** Computes the table. */
  public static KpiTable of(
      KpiEngine engine, List<KpiDefinition> kpis, Set<Dimension> dimensions, List<Unit> units) {
    Map<Place, List<Unit>> groups = dimensions.isEmpty() ? Map.of() : groups(dimensions, units);
    List<Row> rows =
        groups.entrySet().stream()
            .map(group -> row(engine, kpis, group.getKey(), group.getValue()))
            .toList();
    return new KpiTable(rows, row(engine, kpis, Place.ANYWHERE, units));
  }

  private static Map<Place, List<Unit>> groups(Set<Dimension> dimensions, List<Unit> units) {
    Map<Place, List<Unit>> groups = new TreeMap<>();
    for (Unit unit : units) {
      Set<Place> keys =
          unit.places().stream()
              .map(place -> place.reducedTo(dimensions))
              .collect(Collectors.toSet());
      keys.forEach(key -> groups.computeIfAbsent(key, group -> new ArrayList<>()).add(unit));
    }
    return groups;
  }

  private static Row row(KpiEngine engine, List<KpiDefinition> kpis, Place key, List<Unit> units) {
    return new Row(key, kpis.stream().map(kpi -> engine.value(kpi, units)).toList());
  }
}
