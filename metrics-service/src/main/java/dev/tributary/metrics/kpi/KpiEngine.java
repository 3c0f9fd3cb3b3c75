package dev.tributary.metrics.kpi;

import dev.tributary.metrics.measure.Grain;
import dev.tributary.metrics.measure.Measure;
import dev.tributary.metrics.measure.Unit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads definitions: chooses the units, computes the figure, and says what state it is in. The same
 * for every KPI and for every group of units, be it a row, a total or a day.
 *
 * @param currency the currency that money is given in; absent when it stays by currency
 */
public record KpiEngine(Optional<String> currency) {

  /** Which measures the KPIs need, by the grain that they need them at. */
  public static Map<Grain, Set<Measure>> measuresOf(Collection<KpiDefinition> kpis) {
    Map<Grain, Set<Measure>> measures = new EnumMap<>(Grain.class);
    for (KpiDefinition kpi : kpis) {
      measures
          .computeIfAbsent(kpi.formula().grain(), grain -> EnumSet.noneOf(Measure.class))
          .addAll(kpi.formula().inputs());
    }
    return measures;
  }

  /** The value of a KPI over units. */
  public Measured value(KpiDefinition kpi, List<Unit> units) {
    return value(Tally.of(kpi.formula(), units));
  }

  /** The value of a tally. */
  public Measured value(Tally tally) {
    Outcome outcome = outcome(tally);
    if (outcome instanceof Outcome.None none) {
      return Measured.none(none, tally.coverage());
    }
    boolean isPart = tally.lacksAnything();
    return new Measured(
        isPart ? ValueState.PARTIAL : ValueState.VALUE,
        isPart ? Shortfall.ofPart(tally) : "",
        Optional.of((Figure) outcome),
        tally.coverage(),
        tally.provenance(),
        tally.definitionIds());
  }

  private Outcome outcome(Tally tally) {
    if (tally.behind().findAny().isPresent()) {
      return new Figures(tally, currency).outcome();
    }
    if (tally.lacksAnything()) {
      return Shortfall.ofWhole(tally);
    }
    // Nothing was asked of nobody: there is no number, except that there are no posts.
    return tally.formula().inputs().contains(Measure.POSTS)
        ? new Figure.Count(0)
        : new Outcome.None(ValueState.NOT_AVAILABLE, "no " + tally.coverage().unit());
  }
}
