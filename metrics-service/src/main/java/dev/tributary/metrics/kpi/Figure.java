package dev.tributary.metrics.kpi;

import dev.tributary.runtime.money.Money;
import java.util.List;

/** A number as it is given: exact, and rounded only by whoever shows it. */
public sealed interface Figure extends Outcome {

  /** How many. */
  record Count(long count) implements Figure {}

  /** A quotient of two sums; the denominator is above 0. */
  record Ratio(long numerator, long denominator) implements Figure {}

  /** An amount in one currency. */
  record Amount(Money money) implements Figure {}

  /** Amounts in several currencies, by code, never added. */
  record Totals(List<Money> amounts) implements Figure {
    /** Keeps the amounts unchangeable. */
    public Totals {
      amounts = List.copyOf(amounts);
    }
  }

  /**
   * Money per unit: numeratorMinor × multiplier / denominator, in minor units.
   *
   * @param multiplier 1, 1,000 for money per thousand, 1,000,000 when units are in millionths
   */
  record PerUnit(String currency, long numeratorMinor, long denominator, long multiplier)
      implements Figure {}

  /** The least and the most that it can be. */
  record Range(long min, long max) implements Figure {}
}
