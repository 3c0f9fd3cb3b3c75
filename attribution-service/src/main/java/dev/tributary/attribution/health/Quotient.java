package dev.tributary.attribution.health;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A quotient of counts, kept as it was counted.
 *
 * @param numerator zero or more
 * @param denominator zero or more; 0 while nothing is known
 */
record Quotient(long numerator, long denominator) {
  private static final int BASIS_POINTS = 10_000;

  /** Nothing was counted. */
  static final Quotient NOTHING = new Quotient(0, 0);

  Quotient plus(Quotient other) {
    return new Quotient(numerator + other.numerator, denominator + other.denominator);
  }

  /** With one more, of which it is known whether it has the property. */
  Quotient and(boolean has) {
    return new Quotient(numerator + (has ? 1 : 0), denominator + 1);
  }

  /** As a share in basis points, rounded down; only of a known one. */
  long basisPoints() {
    return numerator * BASIS_POINTS / denominator;
  }

  /** As a percentage with one decimal, for sentences. */
  String percent() {
    return rounded(100) + " %";
  }

  /** As a number with one decimal, for sentences. */
  String perUnit() {
    return rounded(1);
  }

  private String rounded(int factor) {
    return BigDecimal.valueOf(numerator * factor)
        .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
