package dev.tributary.metrics.kpi;

import dev.tributary.metrics.measure.Grain;
import dev.tributary.metrics.measure.Measure;
import java.util.List;
import java.util.Optional;

/** How a KPI is computed from base measures. Its text is made from it, so that the two agree. */
public sealed interface Formula {

  /** Base measures, each once. */
  List<Measure> inputs();

  /** What the KPI is computed over: the coarsest of its inputs' grains. */
  default Grain grain() {
    return inputs().stream().map(Measure::grain).max(Enum::compareTo).orElseThrow();
  }

  /** The formula in words and signs. */
  String text();

  /** Every known part, added. */
  record Total(Measure measure) implements Formula {
    @Override
    public List<Measure> inputs() {
      return List.of(measure);
    }

    @Override
    public String text() {
      return "Σ " + measure.id();
    }
  }

  /** Unique people over several posts: at least the greatest part, at most all of them together. */
  record Bounds(Measure measure) implements Formula {
    @Override
    public List<Measure> inputs() {
      return List.of(measure);
    }

    @Override
    public String text() {
      return "max %1$s ≤ unique people ≤ Σ %1$s".formatted(measure.id());
    }
  }

  /** The newest part of each creator's account on a platform, then added over accounts. */
  record PerAccount(Measure measure) implements Formula {
    @Override
    public List<Measure> inputs() {
      return List.of(measure);
    }

    @Override
    public String text() {
      return "Σ %s, each account once".formatted(measure.id());
    }
  }

  /**
   * (numerator − minus) / denominator × multiplier, from sums over the units of which all inputs
   * are completely known.
   *
   * @param numerator above the line
   * @param minus taken from it, if anything is
   * @param denominator below the line
   * @param multiplier 1, or 1,000 for "per thousand"
   */
  record Quotient(Measure numerator, Optional<Measure> minus, Measure denominator, long multiplier)
      implements Formula {
    @Override
    public List<Measure> inputs() {
      return minus.isEmpty() || minus.get() == denominator
          ? List.of(numerator, denominator)
          : List.of(numerator, minus.get(), denominator);
    }

    @Override
    public String text() {
      String above =
          minus
              .map(taken -> "(%s − %s)".formatted(numerator.id(), taken.id()))
              .orElse(numerator.id());
      String times = multiplier == 1 ? "" : " × " + FigureText.count(multiplier);
      return above + " / " + denominator.id() + times;
    }
  }

  /** Every known part, added. */
  static Formula total(Measure measure) {
    return new Total(measure);
  }

  /** One sum by another. */
  static Formula quotient(Measure numerator, Measure denominator) {
    return new Quotient(numerator, Optional.empty(), denominator, 1);
  }

  /** One sum by another, per thousand. */
  static Formula perThousand(Measure numerator, Measure denominator) {
    return new Quotient(numerator, Optional.empty(), denominator, 1_000);
  }

  /** What is left of one sum after another, by the other. */
  static Formula netQuotient(Measure numerator, Measure denominator) {
    return new Quotient(numerator, Optional.of(denominator), denominator, 1);
  }
}
