package dev.tributary.metrics.kpi;

import dev.tributary.runtime.money.Currencies;
import dev.tributary.runtime.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Figures in English, for explanations. Rounded half-even to what a reader needs: rates to three
 * digits, money to its decimals, or to two digits when it is less than ten of its smallest coins.
 */
public final class FigureText {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final MathContext EXACT_ENOUGH = new MathContext(34, RoundingMode.HALF_EVEN);
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

  private FigureText() {}

  /** A figure of a KPI of this unit, for example {@code 0.717 %}. */
  public static String of(Figure figure, KpiUnit unit) {
    if (figure instanceof Figure.Count count) {
      return count(count.count());
    }
    if (figure instanceof Figure.Ratio ratio) {
      return ratio(ratio, unit);
    }
    if (figure instanceof Figure.Amount amount) {
      return money(amount.money());
    }
    if (figure instanceof Figure.Totals totals) {
      return totals.amounts().stream().map(FigureText::money).collect(Collectors.joining(" and "));
    }
    if (figure instanceof Figure.PerUnit perUnit) {
      return perUnit(perUnit);
    }
    Figure.Range range = (Figure.Range) figure;
    return count(range.min()) + " to " + count(range.max());
  }

  /** Grouped by thousands, for example {@code 14,792,974}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** The same for a number of any size. */
  static String count(BigInteger count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String ratio(Figure.Ratio ratio, KpiUnit unit) {
    BigDecimal value =
        BigDecimal.valueOf(ratio.numerator())
            .divide(BigDecimal.valueOf(ratio.denominator()), EXACT_ENOUGH);
    return switch (unit) {
      case PERCENT -> percent(value.multiply(HUNDRED)) + " %";
      case MULTIPLE -> grouped(value.setScale(2, RoundingMode.HALF_EVEN)) + "x";
      default -> grouped(value.setScale(2, RoundingMode.HALF_EVEN));
    };
  }

  private static String percent(BigDecimal percent) {
    BigDecimal rounded =
        percent.abs().compareTo(HUNDRED) < 0
            ? percent.round(THREE_DIGITS)
            : percent.setScale(0, RoundingMode.HALF_EVEN);
    return grouped(rounded.signum() == 0 ? BigDecimal.ZERO : trimmed(rounded));
  }

  private static String money(Money money) {
    BigDecimal amount = BigDecimal.valueOf(money.minor(), Currencies.exponent(money.currency()));
    return grouped(amount) + " " + money.currency();
  }

  private static String perUnit(Figure.PerUnit perUnit) {
    int decimals = Currencies.exponent(perUnit.currency());
    BigDecimal value =
        BigDecimal.valueOf(perUnit.numeratorMinor(), decimals)
            .multiply(BigDecimal.valueOf(perUnit.multiplier()))
            .divide(BigDecimal.valueOf(perUnit.denominator()), EXACT_ENOUGH);
    boolean isTiny =
        value.signum() != 0
            && value.abs().compareTo(BigDecimal.ONE.movePointLeft(decimals - 1)) < 0;
    BigDecimal rounded =
        isTiny ? value.round(TWO_DIGITS) : value.setScale(decimals, RoundingMode.HALF_EVEN);
    return grouped(rounded) + " " + perUnit.currency();
  }

  private static BigDecimal trimmed(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static String grouped(BigDecimal number) {
    return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
  }
}
