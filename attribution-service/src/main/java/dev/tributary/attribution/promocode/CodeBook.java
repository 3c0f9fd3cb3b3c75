package dev.tributary.attribution.promocode;

import dev.tributary.runtime.identity.PersonKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The counters of one code while reservations are written one after the other. Holds customers only
 * as far as they were looked up. Not thread-safe.
 */
final class CodeBook {
  private final Map<String, CurrencyTally> byCurrency = new HashMap<>();
  private final Map<PersonKey, Tally> byCustomer = new HashMap<>();
  private final Set<String> storedCurrencies = new HashSet<>();
  private final Set<PersonKey> storedCustomers = new HashSet<>();
  private final Set<String> changedCurrencies = new HashSet<>();
  private final Set<PersonKey> changedCustomers = new HashSet<>();

  /** Takes over what is stored for orders of a currency. */
  void load(String currency, CurrencyTally tally) {
    storedCurrencies.add(currency);
    byCurrency.put(currency, tally);
  }

  /** Takes over what is stored for a customer. */
  void load(PersonKey customer, Tally uses) {
    storedCustomers.add(customer);
    byCustomer.put(customer, uses);
  }

  /** Counts a use that is in hand from now on. */
  void hold(Reservation reservation) {
    change(reservation, Tally::hold);
  }

  /** Counts no more a use that was in hand. */
  void release(Reservation reservation) {
    change(reservation, Tally::release);
  }

  /** Counts as used what was in hand. */
  void use(Reservation reservation) {
    change(reservation, Tally::use);
  }

  /** Counts as used what was not in hand. */
  void take(Reservation reservation) {
    change(reservation, Tally::take);
  }

  /** Counts no more what was used. */
  void giveBack(Reservation reservation) {
    change(reservation, Tally::giveBack);
  }

  /** Counts a use that the limits did not allow, or with -1 one that is none any more. */
  void overLimit(Reservation reservation, int count) {
    changedCurrencies.add(reservation.discount().currency());
    byCurrency.merge(
        reservation.discount().currency(),
        new CurrencyTally(Tally.NONE, Tally.NONE, count),
        CurrencyTally::plus);
  }

  /** What an order of the customer sees. */
  CodeCounters countersFor(CodeLimits limits, Optional<PersonKey> customer) {
    return new CodeCounters(
        byCurrency.values().stream().map(CurrencyTally::uses).reduce(Tally.NONE, Tally::plus),
        customer.map(key -> byCustomer.getOrDefault(key, Tally.NONE)).orElse(Tally.NONE),
        limits
            .budget()
            .map(budget -> byCurrency.getOrDefault(budget.currency(), CurrencyTally.NONE))
            .orElse(CurrencyTally.NONE)
            .minor());
  }

  /** How often the code is used in all. */
  CodeUsage usage() {
    CurrencyTally all =
        byCurrency.values().stream().reduce(CurrencyTally.NONE, CurrencyTally::plus);
    return new CodeUsage(all.uses().used(), all.uses().held(), all.overLimit());
  }

  /** Visits the counters by currency that are to be written. */
  void forEachChangedCurrency(CounterVisitor<String, CurrencyTally> visitor) {
    visit(changedCurrencies, storedCurrencies, byCurrency, visitor);
  }

  /** Visits the counters of customers that are to be written. */
  void forEachChangedCustomer(CounterVisitor<PersonKey, Tally> visitor) {
    visit(changedCustomers, storedCustomers, byCustomer, visitor);
  }

  private static <K, T> void visit(
      Set<K> changed, Set<K> stored, Map<K, T> tallies, CounterVisitor<K, T> visitor) {
    for (K key : changed) {
      visitor.visit(stored.contains(key), key, Objects.requireNonNull(tallies.get(key)));
    }
  }

  private void change(Reservation reservation, BiFunction<Tally, Long, Tally> how) {
    String currency = reservation.discount().currency();
    changedCurrencies.add(currency);
    CurrencyTally before = byCurrency.getOrDefault(currency, CurrencyTally.NONE);
    byCurrency.put(
        currency,
        new CurrencyTally(
            how.apply(before.uses(), 1L),
            how.apply(before.minor(), reservation.discount().minor()),
            before.overLimit()));
    reservation
        .customer()
        .ifPresent(
            customer -> {
              changedCustomers.add(customer);
              byCustomer.put(
                  customer, how.apply(byCustomer.getOrDefault(customer, Tally.NONE), 1L));
            });
  }

  /** Sees one counter. */
  @FunctionalInterface
  interface CounterVisitor<K, T> {
    /**
     * Sees it.
     *
     * @param isStored whether the tables have it, with another number
     */
    void visit(boolean isStored, K key, T tally);
  }

  /**
   * What orders of one currency have.
   *
   * @param uses how many
   * @param minor the discount they give, in minor units
   * @param overLimit uses that the limits did not allow
   */
  record CurrencyTally(Tally uses, Tally minor, long overLimit) {
    /** Nothing yet. */
    static final CurrencyTally NONE = new CurrencyTally(Tally.NONE, Tally.NONE, 0);

    /** The sum of both. */
    CurrencyTally plus(CurrencyTally other) {
      return new CurrencyTally(
          uses.plus(other.uses), minor.plus(other.minor), overLimit + other.overLimit);
    }
  }
}
