package dev.tributary.metrics.kpi;

import dev.tributary.metrics.measure.Amounts;
import dev.tributary.metrics.measure.Measure;
import dev.tributary.metrics.measure.Measure.Kind;
import java.math.BigInteger;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Quotients of two sums. Money over money and counts over counts are ratios, money over counts is
 * money per unit. Nothing is rounded.
 *
 * @param tally the units behind the number
 * @param currency the currency that money is given in; absent when it stays by currency
 */
record Quotients(Tally tally, Optional<String> currency) {

  /** What the quotient comes to. */
  Outcome outcome(Formula.Quotient quotient) {
    TreeSet<String> currencies = currencies(quotient);
    if (currencies.size() > 1) {
      return new Outcome.None(
          ValueState.NOT_AVAILABLE,
          "amounts in " + String.join(", ", currencies) + "; name a currency to convert into");
    }
    String money = currencies.isEmpty() ? Amounts.COUNT : currencies.first();
    BigInteger above = above(quotient, money);
    BigInteger below = sum(quotient.denominator(), money);
    if (below.signum() <= 0) {
      return undefined(quotient.denominator(), below);
    }
    Kind kind = quotient.numerator().kind();
    return kind == Kind.MONEY && quotient.denominator().kind() != Kind.MONEY
        ? perUnit(quotient, money, above, below)
        : ratio(quotient, above, below);
  }

  /** Currencies that the sums are in; a wish leaves only one. */
  private TreeSet<String> currencies(Formula.Quotient quotient) {
    var currencies = new TreeSet<String>();
    currency.ifPresent(currencies::add);
    quotient.inputs().stream()
        .filter(input -> input.kind() == Kind.MONEY)
        .forEach(input -> currencies.addAll(tally.sum(input).byCurrency().keySet()));
    return currencies;
  }

  private BigInteger above(Formula.Quotient quotient, String money) {
    BigInteger numerator = sum(quotient.numerator(), money);
    return quotient.minus().map(taken -> numerator.subtract(sum(taken, money))).orElse(numerator);
  }

  private BigInteger sum(Measure measure, String money) {
    return tally.sum(measure).in(measure.kind() == Kind.MONEY ? money : Amounts.COUNT);
  }

  private static Outcome.None undefined(Measure denominator, BigInteger sum) {
    String reason =
        sum.signum() == 0
            ? "the denominator is 0: " + denominator.id()
            : "the denominator is below 0: %s corrected by %s"
                .formatted(denominator.id(), FigureText.count(sum));
    return new Outcome.None(ValueState.UNDEFINED, reason);
  }

  private static Outcome ratio(Formula.Quotient quotient, BigInteger above, BigInteger below) {
    Scaled numerator = Scaled.of(above, quotient.numerator());
    Scaled denominator = Scaled.of(below, quotient.denominator());
    BigInteger top = numerator.number().multiply(denominator.scale());
    BigInteger bottom = denominator.number().multiply(numerator.scale());
    return Figures.exact(top, high -> new Figure.Ratio(high, 1)) instanceof Figure
        ? Figures.exact(bottom, low -> new Figure.Ratio(top.longValueExact(), low))
        : Figures.tooLarge();
  }

  private static Outcome perUnit(
      Formula.Quotient quotient, String money, BigInteger above, BigInteger below) {
    Scaled units = Scaled.of(below, quotient.denominator());
    long multiplier = quotient.multiplier() * units.scale().longValueExact();
    return above.bitLength() < Long.SIZE
        ? Figures.exact(
            units.number(),
            count -> new Figure.PerUnit(money, above.longValueExact(), count, multiplier))
        : Figures.tooLarge();
  }

  /** A number and how many of it make one; whole numbers of millionths become ones. */
  private record Scaled(BigInteger number, BigInteger scale) {
    static Scaled of(BigInteger number, Measure measure) {
      BigInteger scale = Figures.scale(measure.kind());
      BigInteger[] whole = number.divideAndRemainder(scale);
      return whole[1].signum() == 0
          ? new Scaled(whole[0], BigInteger.ONE)
          : new Scaled(number, scale);
    }
  }
}
