package dev.tributary.reporting.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Texts of plain numbers: thousands grouped by commas, a true minus sign, rates with three
 * significant digits, rounded half-even.
 */
public final class Numbers {
  private static final int RATE_DIGITS = 3;
  private static final int DECIMALS_MAX = 2;

  private Numbers() {}

  /** A whole number: {@code 14,792,974}. */
  public static String count(long count) {
    return grouped(BigDecimal.valueOf(count));
  }

  /** A count that may have parts, with two decimals at most: {@code 411.5}. */
  public static String decimal(Fraction value) {
    BigDecimal rounded = value.withDecimals(DECIMALS_MAX).stripTrailingZeros();
    return grouped(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
  }

  /** A share: {@code 0.717 %}. */
  public static String percent(Fraction share) {
    return rate(share.times(100)) + " %";
  }

  /** At least one and at most another: {@code 12,000–45,000}; one number when both are the same. */
  public static String range(long min, long max) {
    return min == max ? count(min) : count(min) + "–" + count(max);
  }

  /** All digits with their grouping. */
  static String grouped(BigDecimal number) {
    String text = String.format(Locale.ROOT, "%,." + number.scale() + "f", number.abs());
    return number.signum() < 0 ? "−" + text : text;
  }

  /** A rate with three significant digits: {@code 0.717}, {@code 12.3}, {@code 1,230}. */
  static String rate(Fraction value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal rounded = value.withDigits(RATE_DIGITS);
    int integerDigits = rounded.precision() - rounded.scale();
    return grouped(
        rounded.setScale(Math.max(0, RATE_DIGITS - integerDigits), RoundingMode.UNNECESSARY));
  }
}
