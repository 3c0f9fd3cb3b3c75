package dev.tributary.metrics.explain;

import dev.tributary.metrics.kpi.Figure;
import dev.tributary.metrics.kpi.FigureText;
import dev.tributary.metrics.kpi.Formula;
import dev.tributary.metrics.kpi.KpiDefinition;
import dev.tributary.metrics.kpi.KpiEngine;
import dev.tributary.metrics.kpi.KpiUnit;
import dev.tributary.metrics.kpi.Measured;
import dev.tributary.metrics.kpi.Tally;
import dev.tributary.metrics.kpi.ValueState;
import dev.tributary.metrics.measure.Measure;

/** A formula with its figures, for example {@code 106,060 / 14,792,974 = 0.717 %}. */
final class Computation {
  private Computation() {}

  /** The computation of a value; without figures where there are none. */
  static String of(KpiEngine engine, KpiDefinition kpi, Tally tally, Measured value) {
    boolean isUndefined = value.state() == ValueState.UNDEFINED;
    if (value.figure().isEmpty() && !isUndefined) {
      return "no figure: " + value.reason();
    }
    String result =
        value.figure().map(figure -> FigureText.of(figure, kpi.unit())).orElse("undefined");
    if (kpi.formula() instanceof Formula.Quotient quotient) {
      return quotient(engine, tally, quotient) + " = " + result;
    }
    String over =
        " over %s %s".formatted(FigureText.count(tally.behind().count()), value.coverage().unit());
    if (value.figure().get() instanceof Figure.Range range) {
      return "max %s ≤ unique people ≤ Σ %s%s"
          .formatted(FigureText.count(range.min()), FigureText.count(range.max()), over);
    }
    return "Σ " + kpi.formula().inputs().get(0).id() + over + " = " + result;
  }

  private static String quotient(KpiEngine engine, Tally tally, Formula.Quotient quotient) {
    String numerator = input(engine, tally, quotient.numerator());
    String above =
        quotient
            .minus()
            .map(taken -> "(" + numerator + " − " + input(engine, tally, taken) + ")")
            .orElse(numerator);
    String times =
        quotient.multiplier() == 1 ? "" : " × " + FigureText.count(quotient.multiplier());
    return above + " / " + input(engine, tally, quotient.denominator()) + times;
  }

  private static String input(KpiEngine engine, Tally tally, Measure input) {
    return engine
        .value(tally.ofInput(input))
        .figure()
        .map(figure -> FigureText.of(figure, KpiUnit.COUNT))
        .orElse("—");
  }
}
