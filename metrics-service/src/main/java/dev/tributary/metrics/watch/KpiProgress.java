package dev.tributary.metrics.watch;

import dev.tributary.metrics.kpi.Figure;
import dev.tributary.metrics.kpi.Measured;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A KPI on its way.
 *
 * @param kpiId which
 * @param value its value over everything so far
 * @param target what it should reach, if that was said
 * @param earlier the value of an earlier campaign when it was as old, if there is one
 */
public record KpiProgress(
    String kpiId, Measured value, Optional<Figure> target, Optional<Measured> earlier) {

  /** The value by the target in millionths, if both are one number. */
  public OptionalLong attainment() {
    return target.map(this::millionthsOf).orElseGet(OptionalLong::empty);
  }

  /** The value by the earlier one in millionths, if both are one number. */
  public OptionalLong pace() {
    return earlier.flatMap(Measured::figure).map(this::millionthsOf).orElseGet(OptionalLong::empty);
  }

  private OptionalLong millionthsOf(Figure reference) {
    Optional<Magnitude> own = value.figure().flatMap(Magnitude::of);
    Optional<Magnitude> other = Magnitude.of(reference);
    return own.isPresent() && other.isPresent()
        ? own.get().millionthsOf(other.get())
        : OptionalLong.empty();
  }
}
