package dev.tributary.metrics.explain;

import dev.tributary.metrics.explain.Explanation.Input;
import dev.tributary.metrics.explain.Explanation.Part;
import dev.tributary.metrics.kpi.KpiDefinition;
import dev.tributary.metrics.kpi.KpiEngine;
import dev.tributary.metrics.kpi.Measured;
import dev.tributary.metrics.kpi.Missing;
import dev.tributary.metrics.kpi.Tally;
import dev.tributary.metrics.measure.Amounts;
import dev.tributary.metrics.measure.Cell;
import dev.tributary.metrics.measure.Measure;
import dev.tributary.metrics.measure.Unit;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/** Opens a number, reading the very tally that it is computed from. */
public final class Explainer {
  private Explainer() {}

  /** Explains a KPI over units. */
  public static Explanation of(KpiEngine engine, KpiDefinition kpi, List<Unit> units) {
    Tally tally = Tally.of(kpi.formula(), units);
    Measured value = engine.value(tally);
    List<Measure> inputs = kpi.formula().inputs();
    return new Explanation(
        kpi,
        value,
        Computation.of(engine, kpi, tally, value),
        inputs.stream().map(input -> new Input(input, engine.value(tally.ofInput(input)))).toList(),
        tally
            .behind()
            .sorted(largestFirst(inputs.get(0)))
            .map(unit -> part(engine, tally, inputs, unit))
            .toList(),
        tally.missing().stream().sorted(byUnit()).toList());
  }

  private static Part part(KpiEngine engine, Tally tally, List<Measure> inputs, Unit unit) {
    return new Part(
        unit.id(),
        inputs.stream().map(input -> engine.value(tally.ofInput(input, unit))).toList(),
        tally
            .evidence(unit)
            .flatMap(evidence -> evidence.systems().stream())
            .distinct()
            .sorted()
            .toList());
  }

  /** By the first input; of money in several currencies by the greatest amount. */
  private static Comparator<Unit> largestFirst(Measure input) {
    return Comparator.comparing((Unit unit) -> size(unit, input))
        .reversed()
        .thenComparing(Unit::id);
  }

  private static BigInteger size(Unit unit, Measure input) {
    return unit.cell(input).flatMap(Cell::number).map(Amounts::byCurrency).stream()
        .flatMap(amounts -> amounts.values().stream())
        .max(Comparator.naturalOrder())
        .orElse(BigInteger.ZERO);
  }

  private static Comparator<Missing> byUnit() {
    return Comparator.comparing(Missing::unitId)
        .thenComparing(Missing::measure)
        .thenComparing(missing -> missing.gap().reason());
  }
}
