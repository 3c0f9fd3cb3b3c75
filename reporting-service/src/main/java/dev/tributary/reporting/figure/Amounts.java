package dev.tributary.reporting.figure;

import dev.tributary.runtime.money.Currencies;
import dev.tributary.type.v1.UnitMoney;
import java.math.BigDecimal;

/** Texts of money, with the decimals of its currency. */
public final class Amounts {
  private static final int SMALL_DIGITS = 2;

  private Amounts() {}

  /** An amount with its ISO code: {@code 12,345.67 EUR}. */
  public static String money(String currency, long minor) {
    return figure(currency, minor) + " " + currency;
  }

  /** An amount without its code: {@code 12,345.67}. */
  static String figure(String currency, long minor) {
    return Numbers.grouped(BigDecimal.valueOf(minor, Currencies.exponent(currency)));
  }

  /**
   * Money per unit without its code, rounded half-even to the currency's decimals. What would
   * become a zero keeps two digits instead: {@code 0.0042}.
   */
  static String perUnit(UnitMoney value) {
    Fraction minor =
        Fraction.of(value.getNumeratorMinor(), value.getDenominator()).times(value.getMultiplier());
    BigDecimal rounded = minor.withDecimals(0);
    boolean vanishes = rounded.signum() == 0 && minor.signum() != 0;
    BigDecimal shown = vanishes ? minor.withDigits(SMALL_DIGITS) : rounded;
    return Numbers.grouped(shown.movePointLeft(Currencies.exponent(value.getCurrencyCode())));
  }
}
