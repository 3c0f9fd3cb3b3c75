package dev.tributary.metrics.watch;

import dev.tributary.metrics.kpi.Figure;
import dev.tributary.runtime.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much a figure is, for figures that are one number.
 *
 * @param size the number; of money in minor units
 * @param currency ISO 4217 code of money; empty for all else
 */
record Magnitude(BigDecimal size, String currency) {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** The magnitude of a figure; bounds and amounts in several currencies have none. */
  static Optional<Magnitude> of(Figure figure) {
    if (figure instanceof Figure.Count count) {
      return Optional.of(new Magnitude(BigDecimal.valueOf(count.count()), ""));
    }
    if (figure instanceof Figure.Ratio ratio) {
      return Optional.of(
          new Magnitude(quotient(whole(ratio.numerator()), ratio.denominator()), ""));
    }
    if (figure instanceof Figure.Amount amount) {
      Money money = amount.money();
      return Optional.of(new Magnitude(whole(money.minor()), money.currency()));
    }
    if (figure instanceof Figure.PerUnit perUnit) {
      BigDecimal units = whole(perUnit.numeratorMinor()).multiply(whole(perUnit.multiplier()));
      return Optional.of(new Magnitude(quotient(units, perUnit.denominator()), perUnit.currency()));
    }
    return Optional.empty();
  }

  /**
   * This by another one in millionths, rounded half up; nothing when the other is not above zero,
   * or they are of two currencies.
   */
  OptionalLong millionthsOf(Magnitude other) {
    if (other.size.signum() <= 0 || !currency.equals(other.currency)) {
      return OptionalLong.empty();
    }
    BigDecimal millionths =
        size.multiply(MILLION)
            .divide(other.size, MathContext.DECIMAL128)
            .setScale(0, RoundingMode.HALF_UP);
    return millionths.abs().compareTo(MOST) > 0
        ? OptionalLong.empty()
        : OptionalLong.of(millionths.longValueExact());
  }

  private static BigDecimal whole(long number) {
    return BigDecimal.valueOf(number);
  }

  private static BigDecimal quotient(BigDecimal numerator, long denominator) {
    return numerator.divide(whole(denominator), MathContext.DECIMAL128);
  }
}
