package dev.tributary.reporting.figure;

import dev.tributary.reporting.figure.Shown.Part;
import dev.tributary.reporting.v1.Display;
import dev.tributary.type.v1.Coverage;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.Ratio;
import dev.tributary.type.v1.ValueState;
import java.util.List;

/**
 * The one place where values become text, for sentences, tables, cards and charts alike. Whatever
 * is not known is a dash with its reason, never a zero.
 */
public final class ValueText {
  private ValueText() {}

  /** The value as text. */
  public static Shown of(MeasuredValue value, Display display) {
    if (!Values.hasNumber(value)) {
      return new Shown(List.of(), "", Sentence.of(reasonOf(value)));
    }
    List<Part> parts = parts(value, display);
    return value.getState() == ValueState.VALUE_STATE_VALUE
        ? new Shown(parts, "", "")
        : new Shown(parts, coverage(value.getCoverage()), Sentence.of(value.getReason()));
  }

  /** How much is behind an incomplete number: "496 of 500 posts". */
  private static String coverage(Coverage coverage) {
    return coverage.getKnown() < coverage.getTotal()
        ? Sentence.share(coverage.getKnown(), coverage.getTotal(), coverage.getUnit())
        : "incomplete";
  }

  private static List<Part> parts(MeasuredValue value, Display display) {
    return switch (value.getValueCase()) {
      case COUNT -> List.of(Part.plain(Numbers.count(value.getCount())));
      case RATIO -> List.of(ratio(value.getRatio(), display));
      case MONEY -> List.of(money(value.getMoney()));
      case MONEY_TOTALS -> totals(value.getMoneyTotals().getAmountsList());
      case UNIT_MONEY ->
          List.of(
              new Part(
                  Amounts.perUnit(value.getUnitMoney()), value.getUnitMoney().getCurrencyCode()));
      case BOUNDS ->
          List.of(
              Part.plain(Numbers.range(value.getBounds().getMin(), value.getBounds().getMax())));
      case VALUE_NOT_SET -> List.of();
    };
  }

  private static Part ratio(Ratio ratio, Display display) {
    Fraction value = Fraction.of(ratio.getNumerator(), ratio.getDenominator());
    return switch (display) {
      case DISPLAY_PERCENT -> new Part(Numbers.rate(value.times(100)), "%");
      case DISPLAY_MULTIPLE -> Part.plain(Numbers.rate(value) + "x");
      default -> Part.plain(Numbers.decimal(value));
    };
  }

  private static Part money(Money money) {
    return new Part(
        Amounts.figure(money.getCurrencyCode(), money.getMinorUnits()), money.getCurrencyCode());
  }

  /** Currencies side by side. No amount in no currency is a plain 0. */
  private static List<Part> totals(List<Money> amounts) {
    return amounts.isEmpty()
        ? List.of(Part.plain("0"))
        : amounts.stream().map(ValueText::money).toList();
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
