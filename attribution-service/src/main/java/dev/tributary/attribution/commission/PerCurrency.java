package dev.tributary.attribution.commission;

import dev.tributary.runtime.money.Money;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An amount for each of some currencies, such as a cap. What holds in one currency says nothing
 * about another.
 *
 * @param minorByCurrency minor units by ISO 4217 code
 */
public record PerCurrency(SortedMap<String, Long> minorByCurrency) {
  /** No amount in any currency. */
  public static final PerCurrency NONE = new PerCurrency(new TreeMap<>());

  /** Keeps its own copy. */
  public PerCurrency {
    minorByCurrency = Collections.unmodifiableSortedMap(new TreeMap<>(minorByCurrency));
  }

  /** Of amounts, at most one of each currency. */
  public static PerCurrency of(Collection<Money> amounts) {
    SortedMap<String, Long> minor = new TreeMap<>();
    amounts.forEach(amount -> minor.put(amount.currency(), amount.minor()));
    return new PerCurrency(minor);
  }

  /** The amount in a currency, in minor units. */
  public OptionalLong in(String currency) {
    Long minor = minorByCurrency.get(currency);
    return minor == null ? OptionalLong.empty() : OptionalLong.of(minor);
  }

  /** The amounts, by currency. */
  public List<Money> amounts() {
    return minorByCurrency.entrySet().stream()
        .map(entry -> new Money(entry.getKey(), entry.getValue()))
        .toList();
  }
}
