package dev.tributary.reporting.figure;

import dev.tributary.runtime.money.Currencies;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.UnitMoney;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Texts of money: the currency's own decimals and its ISO code after the amount. */
public final class Amounts {
  private static final int SMALL_DIGITS = 2;

  private Amounts() {}

  /** An amount: {@code 12,345.67 EUR}. */
  public static String money(String currency, long minor) {
    return text(BigDecimal.valueOf(minor, Currencies.exponent(currency)), currency);
  }

  /** Amounts of several currencies side by side; a plain 0 when there is none. */
  public static String totals(List<Money> amounts) {
    return amounts.isEmpty()
        ? "0"
        : amounts.stream()
            .map(amount -> money(amount.getCurrencyCode(), amount.getMinorUnits()))
            .collect(Collectors.joining(", "));
  }

  /**
   * Money per unit, rounded half-even to the currency's decimals. What would become a zero keeps
   * two digits instead: {@code 0.0042 EUR}.
   */
  public static String perUnit(UnitMoney value) {
    Fraction minor =
        Fraction.of(value.getNumeratorMinor(), value.getDenominator()).times(value.getMultiplier());
    int exponent = Currencies.exponent(value.getCurrencyCode());
    BigDecimal rounded = minor.withDecimals(0);
    boolean vanishes = rounded.signum() == 0 && minor.signum() != 0;
    BigDecimal shown = vanishes ? minor.withDigits(SMALL_DIGITS) : rounded;
    return text(shown.movePointLeft(exponent), value.getCurrencyCode());
  }

  private static String text(BigDecimal amount, String currency) {
    return Numbers.grouped(amount) + " " + currency;
  }
}
