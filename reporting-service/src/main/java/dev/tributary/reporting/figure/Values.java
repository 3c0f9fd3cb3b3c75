package dev.tributary.reporting.figure;

import dev.tributary.type.v1.Coverage;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.MeasuredValue.ValueCase;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.MoneyTotals;
import dev.tributary.type.v1.Ratio;
import dev.tributary.type.v1.ValueState;
import java.util.List;

/** Values that the report counts itself, and what can be asked of any value. */
public final class Values {
  private Values() {}

  /** A complete count. */
  public static MeasuredValue count(long count) {
    return complete().setCount(count).build();
  }

  /** A complete amount. */
  public static MeasuredValue money(String currency, long minor) {
    return complete()
        .setMoney(Money.newBuilder().setCurrencyCode(currency).setMinorUnits(minor))
        .build();
  }

  /** A complete ratio. */
  public static MeasuredValue ratio(Ratio ratio) {
    return complete().setRatio(ratio).build();
  }

  /** Conversions, of which a credit may hold a part: whole ones as a count. */
  public static MeasuredValue millionths(long millionths) {
    return millionths % 1_000_000 == 0
        ? count(millionths / 1_000_000)
        : ratio(Fraction.of(millionths, 1_000_000).toRatio());
  }

  /**
   * Amounts over some of the units: complete when all are known, missing when none is.
   *
   * @param amounts one per currency, ordered by code
   * @param reason why one is missing, without a full stop
   */
  public static MeasuredValue amounts(List<Money> amounts, Coverage coverage, String reason) {
    MeasuredValue.Builder value = MeasuredValue.newBuilder().setCoverage(coverage);
    if (coverage.getKnown() == 0) {
      return value.setState(ValueState.VALUE_STATE_NOT_AVAILABLE).setReason(reason).build();
    }
    if (coverage.getKnown() < coverage.getTotal()) {
      value.setState(ValueState.VALUE_STATE_PARTIAL).setReason(reason);
    } else {
      value.setState(ValueState.VALUE_STATE_VALUE);
    }
    return amounts.size() == 1
        ? value.setMoney(amounts.get(0)).build()
        : value.setMoneyTotals(MoneyTotals.newBuilder().addAllAmounts(amounts)).build();
  }

  /** Whether there is a number to show, complete or not. */
  public static boolean hasNumber(MeasuredValue value) {
    boolean saysSo =
        value.getState() == ValueState.VALUE_STATE_VALUE
            || value.getState() == ValueState.VALUE_STATE_PARTIAL;
    return saysSo && isSound(value);
  }

  /** Whether there is a number and it lacks nothing. */
  public static boolean isComplete(MeasuredValue value) {
    return hasNumber(value) && value.getState() == ValueState.VALUE_STATE_VALUE;
  }

  /** A quotient by 0 is no number, whatever its state says. */
  private static boolean isSound(MeasuredValue value) {
    return switch (value.getValueCase()) {
      case RATIO -> value.getRatio().getDenominator() > 0;
      case UNIT_MONEY -> value.getUnitMoney().getDenominator() > 0;
      default -> value.getValueCase() != ValueCase.VALUE_NOT_SET;
    };
  }

  private static MeasuredValue.Builder complete() {
    return MeasuredValue.newBuilder().setState(ValueState.VALUE_STATE_VALUE);
  }
}
