package dev.tributary.reporting.figure;

import dev.tributary.type.v1.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact quotient of whole numbers of any size. Nothing is rounded before it is shown.
 *
 * @param numerator above the line, of any sign
 * @param denominator below the line, more than 0
 */
public record Fraction(BigInteger numerator, BigInteger denominator)
    implements Comparable<Fraction> {
  private static final int LONG_BITS = 63;

  /**
   * Brings it to lowest terms. Refuses a denominator that is not positive: such a quotient is
   * undefined or ambiguous.
   */
  public Fraction {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("denominator: " + denominator + " (expected: above 0)");
    }
    BigInteger divisor = numerator.gcd(denominator);
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  /** {@code numerator / denominator}. */
  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** A whole number. */
  public static Fraction of(long whole) {
    return of(whole, 1);
  }

  /** The sum of both. */
  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** The difference of both. */
  public Fraction minus(Fraction other) {
    return plus(other.times(-1));
  }

  /** The product of both. */
  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** This many times a whole number. */
  public Fraction times(long factor) {
    return new Fraction(numerator.multiply(BigInteger.valueOf(factor)), denominator);
  }

  /**
   * The quotient of both.
   *
   * @throws IllegalArgumentException if the other is 0 or less
   */
  public Fraction dividedBy(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** -1, 0 or 1. */
  public int signum() {
    return numerator.signum();
  }

  /** The value in lowest terms as the contract carries it. */
  public Ratio toRatio() {
    // What does not fit into 64 bits loses its last bits.
    int excess = Math.max(0, Math.max(numerator.bitLength(), denominator.bitLength()) - LONG_BITS);
    return Ratio.newBuilder()
        .setNumerator(numerator.shiftRight(excess).longValueExact())
        .setDenominator(denominator.shiftRight(excess).max(BigInteger.ONE).longValueExact())
        .build();
  }

  /** The value with so many decimals, rounded half-even. */
  public BigDecimal withDecimals(int decimals) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_EVEN);
  }

  /** The value with so many significant digits, rounded half-even. */
  public BigDecimal withDigits(int digits) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
