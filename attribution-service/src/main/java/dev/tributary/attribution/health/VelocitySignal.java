package dev.tributary.attribution.health;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Uses per day against the code's own days before, as a robust z: the distance from the median in
 * units of 1.4826 times the median absolute deviation (Iglewicz and Hoaglin, How to Detect and
 * Handle Outliers, 1993), which outliers among the days do not move. The unit is never less than
 * the square root of the median, the spread of counts that come by chance, so that a quiet code
 * does not alarm with its second use. The median rises with the peers': a launch is nobody's leak.
 * Up to 3 nothing is said; 10 gives all points. All in whole numbers.
 */
final class VelocitySignal {
  private static final int DAYS_MIN = 14;
  private static final int Z_HUNDREDTHS_MIN = 300;
  private static final int Z_HUNDREDTHS_FULL = 1_000;
  private static final long ALL = 10_000;

  /** 1.4826 squared, in units of 10⁻⁸. */
  private static final BigInteger MAD_SQUARED = BigInteger.valueOf(14_826L * 14_826L);

  private static final BigInteger MAD_UNIT = BigInteger.valueOf(100_000_000);

  private VelocitySignal() {}

  static Signal of(Tally code, Tally peers) {
    List<Long> days = code.usesOfDays();
    boolean hasHistory = days.size() >= DAYS_MIN && code.usesBefore() >= Signal.USES_MIN;
    Quotient median = new Quotient(hasHistory ? doubled(days) : 0, 2);
    Baseline baseline =
        new Baseline(
            SignalKind.VELOCITY,
            code.perDay(),
            hasHistory ? Optional.of(median) : Optional.empty(),
            Optional.of(peers.perDay()).filter(rate -> rate.numerator() >= Signal.USES_MIN),
            peersBefore(peers));
    if (code.usesInWindow() < Signal.USES_MIN) {
      return Signal.absent(
          baseline,
          Gap.TOO_FEW_USES,
          "%d uses (expected: %d or more).".formatted(code.usesInWindow(), Signal.USES_MIN));
    }
    if (!hasHistory) {
      return Signal.absent(
          baseline,
          Gap.NO_BASELINE,
          "%d days and %d uses before (expected: %d days and %d uses or more)."
              .formatted(days.size(), code.usesBefore(), DAYS_MIN, Signal.USES_MIN));
    }
    long z = zHundredths(baseline, median, days);
    long strength =
        Math.max(
            0,
            Math.min(ALL, (z - Z_HUNDREDTHS_MIN) * ALL / (Z_HUNDREDTHS_FULL - Z_HUNDREDTHS_MIN)));
    String message =
        "%s uses a day, against a usual day of %s; %s deviations above."
            .formatted(
                baseline.value().perUnit(), median.perUnit(), new Quotient(z, 100).perUnit());
    return Signal.of(baseline, strength, message);
  }

  /** In hundredths, rounded down; 0 for a code that is not faster than before. */
  private static long zHundredths(Baseline baseline, Quotient median, List<Long> days) {
    Quotient growth = growthOfPeers(baseline);
    BigInteger medianTop =
        BigInteger.valueOf(median.numerator()).multiply(BigInteger.valueOf(growth.numerator()));
    BigInteger medianBottom =
        BigInteger.valueOf(median.denominator()).multiply(BigInteger.valueOf(growth.denominator()));
    BigInteger valueTop = BigInteger.valueOf(baseline.value().numerator());
    BigInteger valueBottom = BigInteger.valueOf(baseline.value().denominator());
    // (value - median) = distance / (valueBottom * medianBottom)
    BigInteger distance = valueTop.multiply(medianBottom).subtract(medianTop.multiply(valueBottom));
    if (distance.signum() <= 0) {
      return 0;
    }
    BigInteger bottom = valueBottom.multiply(medianBottom);
    // Unit squared = max(1.4826² deviation², median, 1), each over its own denominator.
    BigInteger deviation = BigInteger.valueOf(doubledDeviation(days));
    Ratio unit =
        new Ratio(
                MAD_SQUARED.multiply(deviation).multiply(deviation),
                MAD_UNIT.multiply(BigInteger.valueOf(4)))
            .max(new Ratio(medianTop, medianBottom))
            .max(new Ratio(BigInteger.ONE, BigInteger.ONE));
    return distance
        .multiply(distance)
        .multiply(unit.bottom)
        .multiply(BigInteger.valueOf(10_000))
        .divide(bottom.multiply(bottom).multiply(unit.top))
        .sqrt()
        .longValueExact();
  }

  /** By how much the peers are faster than before, at least 1; 1 if they cannot tell. */
  private static Quotient growthOfPeers(Baseline baseline) {
    Quotient same = new Quotient(1, 1);
    if (baseline.peerValue().isEmpty() || baseline.peerBaseline().isEmpty()) {
      return same;
    }
    Quotient now = baseline.peerValue().get();
    Quotient then = baseline.peerBaseline().get();
    Quotient growth =
        new Quotient(now.numerator() * then.denominator(), now.denominator() * then.numerator());
    return growth.numerator() > growth.denominator() ? growth : same;
  }

  private static Optional<Quotient> peersBefore(Tally peers) {
    int days = peers.usesOfDays().size();
    return days >= DAYS_MIN && peers.usesBefore() >= Signal.USES_MIN
        ? Optional.of(new Quotient(peers.usesBefore(), days))
        : Optional.empty();
  }

  /** Twice the median, which is whole. */
  private static long doubled(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    return sorted.get((size - 1) / 2) + sorted.get(size / 2);
  }

  /** Twice the median of the distances from the median. */
  private static long doubledDeviation(List<Long> days) {
    long doubledMedian = doubled(days);
    // Distances are doubled too, so their doubled median is halved again.
    return doubled(days.stream().map(day -> Math.abs(2 * day - doubledMedian)).toList()) / 2;
  }

  private record Ratio(BigInteger top, BigInteger bottom) {
    Ratio max(Ratio other) {
      return top.multiply(other.bottom).compareTo(other.top.multiply(bottom)) >= 0 ? this : other;
    }
  }
}
