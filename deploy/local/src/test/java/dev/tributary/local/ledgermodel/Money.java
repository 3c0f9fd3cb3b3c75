package dev.tributary.local.ledgermodel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Sharing an amount without losing any of it. */
final class Money {
  private Money() {}

  /**
   * Largest remainder: everybody has the whole part of the exact share; what is left goes, one unit
   * each, to the largest fractions, the earlier of equal ones first.
   */
  static List<Long> split(long amount, List<BigInteger> weights) {
    BigInteger all = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    List<Long> parts = new ArrayList<>();
    List<BigInteger> fractions = new ArrayList<>();
    long left = amount;
    for (BigInteger weight : weights) {
      BigInteger[] exact = BigInteger.valueOf(amount).multiply(weight).divideAndRemainder(all);
      parts.add(exact[0].longValueExact());
      fractions.add(exact[1]);
      left -= exact[0].longValueExact();
    }
    List<Integer> byFraction =
        IntStream.range(0, weights.size())
            .boxed()
            .sorted(Comparator.comparing(fractions::get, Comparator.reverseOrder()))
            .toList();
    for (int i = 0; i < left; i++) {
      parts.set(byFraction.get(i), parts.get(byFraction.get(i)) + 1);
    }
    return parts;
  }
}
