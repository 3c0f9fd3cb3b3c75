package dev.tributary.runtime.money;

/**
 * An amount in one currency, in that currency's minor unit: 12.34 EUR is {@code (EUR, 1234)}, 500
 * JPY is {@code (JPY, 500)}. There is no conversion here and no sum over currencies; see {@link
 * #plus}.
 *
 * @param currency ISO 4217 code known to {@link Currencies}
 * @param minor signed amount in minor units
 */
public record Money(String currency, long minor) {

  /** Refuses an unknown currency with {@link IllegalArgumentException}. */
  public Money {
    Currencies.exponent(currency);
  }

  /** Nothing, in a currency. */
  public static Money zero(String currency) {
    return new Money(currency, 0);
  }

  /**
   * The sum.
   *
   * @throws IllegalArgumentException if the currencies differ
   * @throws ArithmeticException if the sum does not fit into 64 bits
   */
  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(currency, Math.addExact(minor, other.minor));
  }

  /**
   * The difference.
   *
   * @throws IllegalArgumentException if the currencies differ
   * @throws ArithmeticException if the difference does not fit into 64 bits
   */
  public Money minus(Money other) {
    requireSameCurrency(other);
    return new Money(currency, Math.subtractExact(minor, other.minor));
  }

  /** The same amount with the other sign. */
  public Money negate() {
    return new Money(currency, Math.negateExact(minor));
  }

  /** Whether the amount is nothing. */
  public boolean isZero() {
    return minor == 0;
  }

  /** For people and logs, for example {@code 12.34 EUR}; never parsed. */
  @Override
  public String toString() {
    return Currencies.format(currency, minor) + " " + currency;
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "currency: " + other.currency + " (expected: " + currency + ")");
    }
  }
}
