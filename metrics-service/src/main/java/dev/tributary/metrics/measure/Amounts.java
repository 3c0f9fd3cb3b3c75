package dev.tributary.metrics.measure;

import dev.tributary.runtime.money.Money;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A count, or money by currency, of any size: a sum of 64-bit numbers may need more. Two currencies
 * stand side by side and are never added.
 *
 * @param byCurrency minor units by currency; a count stands under {@link #COUNT}. Without an entry
 *     it is nothing, in no currency
 */
public record Amounts(SortedMap<String, BigInteger> byCurrency) {
  /** Where a count stands, since it has no currency. */
  public static final String COUNT = "";

  /** Nothing, in no currency. */
  public static final Amounts NONE = new Amounts(new TreeMap<>());

  /** Keeps the amounts unchangeable. */
  public Amounts {
    byCurrency = Collections.unmodifiableSortedMap(new TreeMap<>(byCurrency));
  }

  /** A count. */
  public static Amounts count(long count) {
    return single(COUNT, BigInteger.valueOf(count));
  }

  /** An amount of money. */
  public static Amounts money(Money money) {
    return single(money.currency(), BigInteger.valueOf(money.minor()));
  }

  /** Each currency's sum. */
  public static Amounts sum(Collection<Amounts> parts) {
    var sums = new TreeMap<String, BigInteger>();
    for (Amounts part : parts) {
      part.byCurrency.forEach((currency, amount) -> sums.merge(currency, amount, BigInteger::add));
    }
    return new Amounts(sums);
  }

  /** The amount under a currency, or the count; zero without an entry. */
  public BigInteger in(String currency) {
    return byCurrency.getOrDefault(currency, BigInteger.ZERO);
  }

  private static Amounts single(String currency, BigInteger amount) {
    var amounts = new TreeMap<String, BigInteger>();
    amounts.put(currency, amount);
    return new Amounts(amounts);
  }
}
