package dev.tributary.metrics.kpi;

import dev.tributary.metrics.measure.Amounts;
import dev.tributary.metrics.measure.Measure;
import dev.tributary.metrics.measure.Measure.Kind;
import dev.tributary.runtime.money.Money;
import java.math.BigInteger;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Function;

/**
 * The arithmetic: from the sums of a tally to a figure. Exact throughout; what a 64-bit answer
 * cannot hold has no figure, rather than a wrong one.
 *
 * @param tally the units behind the number
 * @param currency the currency that money is given in; absent when it stays by currency
 */
record Figures(Tally tally, Optional<String> currency) {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  /** What the formula comes to. */
  Outcome outcome() {
    Formula formula = tally.formula();
    if (formula instanceof Formula.Quotient quotient) {
      return new Quotients(tally, currency).outcome(quotient);
    }
    if (formula instanceof Formula.Bounds bounds) {
      return range(bounds.measure());
    }
    return total(formula.inputs().get(0));
  }

  /** The sum of a measure over the units behind the number. */
  Outcome total(Measure measure) {
    Amounts sum = tally.sum(measure);
    return switch (measure.kind()) {
      case COUNT -> exact(sum.in(Amounts.COUNT), Figure.Count::new);
      case MILLIONTHS -> ofMillionths(sum.in(Amounts.COUNT));
      case MONEY ->
          currency
              .map(code -> exact(sum.in(code), minor -> new Figure.Amount(new Money(code, minor))))
              .orElseGet(() -> totals(sum));
    };
  }

  /** A figure of a number that fits into 64 bits. */
  static Outcome exact(BigInteger number, Function<Long, Figure> figure) {
    return number.bitLength() < Long.SIZE ? figure.apply(number.longValueExact()) : tooLarge();
  }

  /** Sums of honest counters never get here; one absurd counter must not fail the whole answer. */
  static Outcome.None tooLarge() {
    return new Outcome.None(ValueState.NOT_AVAILABLE, "the number does not fit into 64 bits");
  }

  /** Units that stand for one of a kind, such as conversions in millionths. */
  static BigInteger scale(Kind kind) {
    return kind == Kind.MILLIONTHS ? MILLION : BigInteger.ONE;
  }

  private static Outcome ofMillionths(BigInteger millionths) {
    BigInteger[] whole = millionths.divideAndRemainder(MILLION);
    return whole[1].signum() == 0
        ? exact(whole[0], Figure.Count::new)
        : exact(millionths, count -> new Figure.Ratio(count, MILLION.longValueExact()));
  }

  /**
   * Somebody who saw the most seen post makes that many; people may all be different or all the
   * same. A correction may bring the sum below the greatest part.
   */
  private Outcome range(Measure measure) {
    BigInteger sum = tally.sum(measure).in(Amounts.COUNT);
    BigInteger greatest =
        tally
            .behind()
            .flatMap(unit -> unit.cell(measure).stream())
            .flatMap(cell -> cell.number().stream())
            .map(number -> number.in(Amounts.COUNT))
            .max(BigInteger::compareTo)
            .orElse(BigInteger.ZERO);
    long min = greatest.min(sum).longValueExact();
    return exact(sum, max -> new Figure.Range(min, max));
  }

  private static Outcome totals(Amounts sum) {
    boolean fits =
        sum.byCurrency().values().stream().allMatch(minor -> minor.bitLength() < Long.SIZE);
    List<Entry<String, BigInteger>> entries = List.copyOf(sum.byCurrency().entrySet());
    return fits
        ? new Figure.Totals(
            entries.stream()
                .map(entry -> new Money(entry.getKey(), entry.getValue().longValueExact()))
                .toList())
        : tooLarge();
  }
}
