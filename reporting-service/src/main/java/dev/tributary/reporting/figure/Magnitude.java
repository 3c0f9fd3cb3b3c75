package dev.tributary.reporting.figure;

import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.Ratio;
import dev.tributary.type.v1.UnitMoney;
import java.util.Optional;

/**
 * How much a value is, for comparisons and charts.
 *
 * @param currency the currency of the amount, in minor units; empty for a number without one
 * @param amount how much
 */
public record Magnitude(String currency, Fraction amount) {

  /** How much it is; empty without a number, between bounds, and for several currencies. */
  public static Optional<Magnitude> of(MeasuredValue value) {
    if (!Values.hasNumber(value)) {
      return Optional.empty();
    }
    return switch (value.getValueCase()) {
      case COUNT -> Optional.of(new Magnitude("", Fraction.of(value.getCount())));
      case RATIO -> Optional.of(new Magnitude("", fraction(value.getRatio())));
      case MONEY -> Optional.of(of(value.getMoney()));
      case UNIT_MONEY -> Optional.of(of(value.getUnitMoney()));
      case MONEY_TOTALS ->
          value.getMoneyTotals().getAmountsCount() == 1
              ? Optional.of(of(value.getMoneyTotals().getAmounts(0)))
              : Optional.empty();
      case BOUNDS, VALUE_NOT_SET -> Optional.empty();
    };
  }

  /**
   * actual / target; empty when one is no number, when they are in different currencies, and for a
   * target of 0 or less.
   */
  public static Optional<Ratio> attainment(MeasuredValue actual, MeasuredValue target) {
    Optional<Magnitude> reached = of(actual);
    Optional<Magnitude> wanted = of(target);
    boolean comparable =
        reached.isPresent()
            && wanted.isPresent()
            && reached.get().currency.equals(wanted.get().currency)
            && wanted.get().amount.signum() > 0;
    return comparable
        ? Optional.of(reached.get().amount.dividedBy(wanted.get().amount).toRatio())
        : Optional.empty();
  }

  private static Magnitude of(Money money) {
    return new Magnitude(money.getCurrencyCode(), Fraction.of(money.getMinorUnits()));
  }

  private static Magnitude of(UnitMoney money) {
    Fraction perUnit = Fraction.of(money.getNumeratorMinor(), money.getDenominator());
    return new Magnitude(money.getCurrencyCode(), perUnit.times(money.getMultiplier()));
  }

  private static Fraction fraction(Ratio ratio) {
    return Fraction.of(ratio.getNumerator(), ratio.getDenominator());
  }
}
