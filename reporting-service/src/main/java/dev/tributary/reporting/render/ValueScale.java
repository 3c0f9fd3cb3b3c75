package dev.tributary.reporting.render;

import dev.tributary.reporting.figure.Fraction;
import dev.tributary.reporting.figure.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scale with round steps: 1, 2 or 5 times a power of ten. It always holds 0, so that lengths can
 * be compared.
 *
 * @param low the lowest step, 0 or less
 * @param high the highest step, above {@code low}
 * @param step between two steps
 */
record ValueScale(Fraction low, Fraction high, Fraction step) {
  private static final int STEPS_WANTED = 4;
  private static final int[] ROUND = {1, 2, 5, 10};

  /** The shortest such scale that holds all values. */
  static ValueScale of(List<Fraction> values) {
    Fraction zero = Fraction.of(0);
    Fraction least = Stream.concat(values.stream(), Stream.of(zero)).min(Fraction::compareTo).get();
    Fraction most = Stream.concat(values.stream(), Stream.of(zero)).max(Fraction::compareTo).get();
    if (least.compareTo(most) == 0) {
      return new ValueScale(zero, Fraction.of(1), Fraction.of(1));
    }
    Fraction step = roundedUp(most.minus(least).dividedBy(Fraction.of(STEPS_WANTED)));
    return new ValueScale(
        step.times(floor(least.dividedBy(step))),
        step.times(-floor(most.times(-1).dividedBy(step))),
        step);
  }

  /** All steps, lowest first. */
  List<Fraction> steps() {
    List<Fraction> steps = new ArrayList<>();
    for (Fraction at = low; at.compareTo(high) <= 0; at = at.plus(step)) {
      steps.add(at);
    }
    return steps;
  }

  /** Where a value lies between a pixel for the lowest step and one for the highest. */
  int pixel(Fraction value, int lowPixel, int highPixel) {
    Fraction share = value.minus(low).dividedBy(high.minus(low));
    return lowPixel + share.times(highPixel - lowPixel).withDecimals(0).intValueExact();
  }

  /** A step's number, short: "1.5M", "20K", "0.2". */
  static String label(Fraction step) {
    BigInteger whole = step.numerator().abs().divide(step.denominator());
    if (whole.compareTo(BigInteger.valueOf(1_000_000)) >= 0) {
      return Numbers.decimal(step.dividedBy(Fraction.of(1_000_000))) + "M";
    }
    if (whole.compareTo(BigInteger.valueOf(10_000)) >= 0) {
      return Numbers.decimal(step.dividedBy(Fraction.of(1_000))) + "K";
    }
    return Numbers.decimal(step);
  }

  private static Fraction roundedUp(Fraction raw) {
    BigDecimal first = raw.withDigits(1);
    int exponent = first.precision() - first.scale() - 1;
    // Rounding to one digit may have gone up, so start one power lower.
    for (int power = exponent - 1; ; power++) {
      for (int digit : ROUND) {
        Fraction candidate = powerOfTen(power).times(digit);
        if (candidate.compareTo(raw) >= 0) {
          return candidate;
        }
      }
    }
  }

  private static Fraction powerOfTen(int power) {
    BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
    return power < 0 ? new Fraction(BigInteger.ONE, ten) : new Fraction(ten, BigInteger.ONE);
  }

  private static long floor(Fraction value) {
    BigInteger[] parts = value.numerator().divideAndRemainder(value.denominator());
    return parts[1].signum() < 0 ? parts[0].longValueExact() - 1 : parts[0].longValueExact();
  }
}
