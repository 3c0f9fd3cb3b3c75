package dev.tributary.metrics.kpi;

import dev.tributary.metrics.measure.Amounts;
import dev.tributary.metrics.measure.Measure;
import dev.tributary.metrics.measure.Measure.Kind;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
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
    Set<String> currencies = currencies(quotient);
    if (currencies.size() > 1) {
      return new Outcome.None(
          ValueState.NOT_AVAILABLE,
          "amounts in " + String.join(", ", currencies) + "; name a currency to convert into");
    }
    String money = currencies.stream().findAny().orElse(Amounts.COUNT);
    BigInteger above = above(quotient, money);
    BigInteger below = sum(quotient.denominator(), money);
    if (below.signum() <= 0) {
      return undefined(quotient.denominator(), below);
    }
    boolean isMoney = quotient.numerator().kind() == Kind.MONEY;
    if (!isMoney || quotient.denominator().kind() == Kind.MONEY) {
      return ratio(quotient, above, below);
    }
    return currencies.isEmpty()
        ? new Outcome.None(ValueState.NOT_AVAILABLE, "no amount in any currency")
        : perUnit(quotient, money, above, below);
  }

  /** Currencies that the sums are in; those of nothing at all only when there are no others. */
  private Set<String> currencies(Formula.Quotient quotient) {
    if (currency.isPresent()) {
      return Set.of(currency.get());
    }
    var named = new TreeSet<String>();
    var amounting = new TreeSet<String>();
    for (Measure input : quotient.inputs()) {
      if (input.kind() == Kind.MONEY) {
        tally
            .sum(input)
            .byCurrency()
            .forEach(
                (code, minor) -> {
                  named.add(code);
                  if (minor.signum() != 0) {
                    amounting.add(code);
                  }
                });
      }
    }
    return !amounting.isEmpty() || named.isEmpty() ? amounting : Set.of(named.first());
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

  /** Never shortened: two sums of one KPI must stay sums of the same things when rows are added. */
  private static Outcome ratio(Formula.Quotient quotient, BigInteger above, BigInteger below) {
    boolean isOfOneKind = quotient.numerator().kind() == quotient.denominator().kind();
    BigInteger top =
        isOfOneKind ? above : above.multiply(Figures.scale(quotient.denominator().kind()));
    BigInteger bottom =
        isOfOneKind ? below : below.multiply(Figures.scale(quotient.numerator().kind()));
    return top.bitLength() < Long.SIZE
        ? Figures.exact(bottom, low -> new Figure.Ratio(top.longValueExact(), low))
        : Figures.tooLarge();
  }

  private static Outcome perUnit(
      Formula.Quotient quotient, String money, BigInteger above, BigInteger below) {
    BigInteger scale = Figures.scale(quotient.denominator().kind());
    BigInteger[] whole = below.divideAndRemainder(scale);
    boolean isWhole = whole[1].signum() == 0;
    long multiplier = quotient.multiplier() * (isWhole ? 1 : scale.longValueExact());
    return above.bitLength() < Long.SIZE
        ? Figures.exact(
            isWhole ? whole[0] : below,
            units -> new Figure.PerUnit(money, above.longValueExact(), units, multiplier))
        : Figures.tooLarge();
  }
}
