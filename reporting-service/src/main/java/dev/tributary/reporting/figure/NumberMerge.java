package dev.tributary.reporting.figure;

import dev.tributary.metrics.v1.KpiAggregation;
import dev.tributary.type.v1.CountBounds;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.MeasuredValue.ValueCase;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.MoneyTotals;
import dev.tributary.type.v1.Ratio;
import dev.tributary.type.v1.UnitMoney;
import dev.tributary.type.v1.ValueState;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The number of several groups from the numbers of each. The result has no coverage yet. Sums
 * beyond 64 bits end with {@link ArithmeticException}.
 */
final class NumberMerge {
  private static final Set<ValueCase> NUMBERS = Set.of(ValueCase.COUNT, ValueCase.RATIO);
  private static final Set<ValueCase> PEOPLE = Set.of(ValueCase.COUNT, ValueCase.BOUNDS);
  private static final Set<ValueCase> MONEY = Set.of(ValueCase.MONEY, ValueCase.MONEY_TOTALS);

  private NumberMerge() {}

  /** The number over all groups; NOT_AVAILABLE when they are not of one kind. */
  static MeasuredValue of(List<MeasuredValue> numbers, KpiAggregation aggregation) {
    Set<ValueCase> kinds =
        numbers.stream().map(MeasuredValue::getValueCase).collect(Collectors.toSet());
    if (aggregation == KpiAggregation.KPI_AGGREGATION_BOUNDS && PEOPLE.containsAll(kinds)) {
      return union(numbers);
    }
    // Counts that the engine recomputes, such as followers of each account once, add up over groups
    // that share no account; quotients never do.
    boolean quotients = kinds.contains(ValueCase.RATIO) || kinds.contains(ValueCase.UNIT_MONEY);
    if (aggregation == KpiAggregation.KPI_AGGREGATION_RECOMPUTE && quotients) {
      return recompute(numbers, kinds);
    }
    if (NUMBERS.containsAll(kinds)) {
      return sum(numbers);
    }
    return MONEY.containsAll(kinds) ? money(numbers) : notMergeable();
  }

  private static MeasuredValue recompute(List<MeasuredValue> numbers, Set<ValueCase> kinds) {
    if (kinds.equals(Set.of(ValueCase.RATIO))) {
      return MeasuredValue.newBuilder().setRatio(ratio(numbers)).build();
    }
    boolean perUnit = kinds.equals(Set.of(ValueCase.UNIT_MONEY));
    boolean oneCurrency =
        numbers.stream().map(n -> n.getUnitMoney().getCurrencyCode()).distinct().count() == 1;
    return perUnit && oneCurrency
        ? MeasuredValue.newBuilder().setUnitMoney(perUnit(numbers)).build()
        : notMergeable();
  }

  /** Both sums anew; a mean of ratios would be another number. */
  private static Ratio ratio(List<MeasuredValue> numbers) {
    Ratio.Builder sum = Ratio.newBuilder();
    for (MeasuredValue number : numbers) {
      sum.setNumerator(Math.addExact(sum.getNumerator(), number.getRatio().getNumerator()));
      sum.setDenominator(Math.addExact(sum.getDenominator(), number.getRatio().getDenominator()));
    }
    return sum.build();
  }

  private static UnitMoney perUnit(List<MeasuredValue> numbers) {
    long multiplier =
        numbers.stream().mapToLong(n -> n.getUnitMoney().getMultiplier()).max().orElseThrow();
    UnitMoney.Builder sum =
        UnitMoney.newBuilder()
            .setCurrencyCode(numbers.get(0).getUnitMoney().getCurrencyCode())
            .setMultiplier(multiplier);
    for (MeasuredValue number : numbers) {
      UnitMoney part = number.getUnitMoney();
      // Units counted in millionths and whole ones meet in the finer of both.
      long units = Math.multiplyExact(part.getDenominator(), multiplier / part.getMultiplier());
      sum.setNumeratorMinor(Math.addExact(sum.getNumeratorMinor(), part.getNumeratorMinor()));
      sum.setDenominator(Math.addExact(sum.getDenominator(), units));
    }
    return sum.build();
  }

  /** Somebody may be in every group or in one only. */
  private static MeasuredValue union(List<MeasuredValue> numbers) {
    CountBounds.Builder bounds = CountBounds.newBuilder();
    for (MeasuredValue number : numbers) {
      boolean exact = number.hasCount();
      long min = exact ? number.getCount() : number.getBounds().getMin();
      long max = exact ? number.getCount() : number.getBounds().getMax();
      bounds.setMin(Math.max(bounds.getMin(), min)).setMax(Math.addExact(bounds.getMax(), max));
    }
    return MeasuredValue.newBuilder().setBounds(bounds).build();
  }

  private static MeasuredValue sum(List<MeasuredValue> numbers) {
    Ratio sum =
        numbers.stream()
            .map(number -> Magnitude.of(number).orElseThrow().amount())
            .reduce(Fraction.of(0), Fraction::plus)
            .toRatio();
    return sum.getDenominator() == 1
        ? MeasuredValue.newBuilder().setCount(sum.getNumerator()).build()
        : MeasuredValue.newBuilder().setRatio(sum).build();
  }

  private static MeasuredValue money(List<MeasuredValue> numbers) {
    var sums = new TreeMap<String, Long>();
    for (MeasuredValue number : numbers) {
      List<Money> amounts =
          number.hasMoney() ? List.of(number.getMoney()) : number.getMoneyTotals().getAmountsList();
      amounts.forEach(
          amount -> sums.merge(amount.getCurrencyCode(), amount.getMinorUnits(), Math::addExact));
    }
    List<Money> amounts =
        sums.entrySet().stream()
            .map(
                entry ->
                    Money.newBuilder()
                        .setCurrencyCode(entry.getKey())
                        .setMinorUnits(entry.getValue())
                        .build())
            .toList();
    return amounts.size() == 1
        ? MeasuredValue.newBuilder().setMoney(amounts.get(0)).build()
        : MeasuredValue.newBuilder()
            .setMoneyTotals(MoneyTotals.newBuilder().addAllAmounts(amounts))
            .build();
  }

  private static MeasuredValue notMergeable() {
    return MeasuredValue.newBuilder()
        .setState(ValueState.VALUE_STATE_NOT_AVAILABLE)
        .setReason("its parts are in different currencies or of different kinds")
        .build();
  }
}
