package dev.tributary.reporting.figure;

import dev.tributary.reporting.v1.Display;
import dev.tributary.type.v1.Coverage;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Ratio;
import dev.tributary.type.v1.ValueState;

/**
 * The one place where values become text, for sentences, tables, cards and charts alike. Whatever
 * is not known is a dash with its reason, never a zero.
 */
public final class ValueText {
  private ValueText() {}

  /** The value as text. */
  public static Shown of(MeasuredValue value, Display display) {
    if (!Values.hasNumber(value)) {
      return new Shown(Shown.NONE, "", Sentence.of(reasonOf(value)));
    }
    String number = number(value, display);
    return value.getState() == ValueState.VALUE_STATE_VALUE
        ? Shown.complete(number)
        : new Shown(number, coverage(value.getCoverage()), Sentence.of(value.getReason()));
  }

  /** How much is behind a number: "496 of 500 posts". */
  public static String coverage(Coverage coverage) {
    boolean tellsGap = coverage.getKnown() < coverage.getTotal();
    return tellsGap
        ? "%s of %s %s"
            .formatted(
                Numbers.count(coverage.getKnown()),
                Numbers.count(coverage.getTotal()),
                coverage.getUnit())
        : "incomplete";
  }

  private static String number(MeasuredValue value, Display display) {
    return switch (value.getValueCase()) {
      case COUNT -> Numbers.count(value.getCount());
      case RATIO -> ratio(value.getRatio(), display);
      case MONEY ->
          Amounts.money(value.getMoney().getCurrencyCode(), value.getMoney().getMinorUnits());
      case MONEY_TOTALS -> Amounts.totals(value.getMoneyTotals().getAmountsList());
      case UNIT_MONEY -> Amounts.perUnit(value.getUnitMoney());
      case BOUNDS -> Numbers.range(value.getBounds().getMin(), value.getBounds().getMax());
      case VALUE_NOT_SET -> Shown.NONE;
    };
  }

  private static String ratio(Ratio ratio, Display display) {
    Fraction value = Fraction.of(ratio.getNumerator(), ratio.getDenominator());
    return switch (display) {
      case DISPLAY_PERCENT -> Numbers.percent(value);
      case DISPLAY_MULTIPLE -> Numbers.multiple(value);
      default -> Numbers.decimal(value);
    };
  }

  private static String reasonOf(MeasuredValue value) {
    if (!value.getReason().isEmpty()) {
      return value.getReason();
    }
    return switch (value.getState()) {
      case VALUE_STATE_NOT_AVAILABLE -> "the source has no such number";
      case VALUE_STATE_NOT_COLLECTED -> "not collected";
      case VALUE_STATE_SUPPRESSED -> "withheld by the platform below its privacy threshold";
      case VALUE_STATE_UNDEFINED -> "the denominator is 0";
      default -> "no number was given";
    };
  }
}
