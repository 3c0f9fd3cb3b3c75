package dev.tributary.metrics.kpi;

import dev.tributary.runtime.money.Money;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What a row is ordered by. Amounts of different currencies cannot be compared, so they are ordered
 * by currency first.
 *
 * @param currency the currency of money, empty for other numbers
 * @param numerator above the line
 * @param denominator below the line, above 0
 */
public record Rank(String currency, BigInteger numerator, BigInteger denominator) {

  /** Refuses what is no number. */
  public Rank {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("denominator: " + denominator + " (expected: above 0)");
    }
  }

  /** The rank of a value; none without a figure, and none for money in several currencies. */
  public static Optional<Rank> of(Measured value) {
    return value.figure().flatMap(Rank::of);
  }

  private static Optional<Rank> of(Figure figure) {
    if (figure instanceof Figure.Count count) {
      return Optional.of(of("", count.count(), 1));
    }
    if (figure instanceof Figure.Ratio ratio) {
      return Optional.of(of("", ratio.numerator(), ratio.denominator()));
    }
    if (figure instanceof Figure.Amount amount) {
      return Optional.of(of(amount.money()));
    }
    if (figure instanceof Figure.Totals totals) {
      return totals.amounts().size() == 1
          ? Optional.of(of(totals.amounts().get(0)))
          : Optional.empty();
    }
    if (figure instanceof Figure.PerUnit perUnit) {
      BigInteger minor = BigInteger.valueOf(perUnit.numeratorMinor());
      return Optional.of(
          new Rank(
              perUnit.currency(),
              minor.multiply(BigInteger.valueOf(perUnit.multiplier())),
              BigInteger.valueOf(perUnit.denominator())));
    }
    return Optional.of(of("", ((Figure.Range) figure).max(), 1));
  }

  private static Rank of(Money money) {
    return of(money.currency(), money.minor(), 1);
  }

  private static Rank of(String currency, long numerator, long denominator) {
    return new Rank(currency, BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** Compares the numbers, whatever the currencies. */
  int compareNumber(Rank other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
