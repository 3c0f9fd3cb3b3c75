package dev.tributary.attribution.commission;

import java.math.BigInteger;

/**
 * An exact quotient.
 *
 * @param numerator above the line
 * @param denominator below it, above 0
 */
record Fraction(BigInteger numerator, BigInteger denominator) {
  /**
   * The whole number nearest to it divided by a number; a half goes away from zero, so that giving
   * back rounds as giving does.
   *
   * @throws ArithmeticException if it does not fit into 64 bits
   */
  long dividedHalfUp(long by) {
    BigInteger divisor = denominator.multiply(BigInteger.valueOf(by));
    BigInteger half = divisor.shiftRight(1);
    BigInteger rounded = numerator.abs().add(half).divide(divisor);
    return (numerator.signum() < 0 ? rounded.negate() : rounded).longValueExact();
  }
}
