package dev.tributary.bench.report;

import java.util.OptionalDouble;

/**
 * What the project asks of a figure, most often of the ratio of two of the same run: ratios travel
 * between machines, figures do not.
 *
 * @param title what is asked, for people
 * @param formula how the value comes from figures
 * @param value what was measured; empty if a figure is missing
 * @param limit what it is held against
 * @param atLeast whether the value must reach the limit; else it must not exceed it
 */
public record Bar(
    String title, String formula, OptionalDouble value, double limit, boolean atLeast) {
  /** Whether the value is known and good enough. */
  public boolean isMet() {
    return value.isPresent()
        && (atLeast ? value.getAsDouble() >= limit : value.getAsDouble() <= limit);
  }
}
