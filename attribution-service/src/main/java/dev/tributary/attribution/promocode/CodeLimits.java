package dev.tributary.attribution.promocode;

import dev.tributary.runtime.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How often and for which orders a code may be used. What is absent is unlimited.
 *
 * @param usesMax uses in total, 1 or more
 * @param customerUsesMax uses per customer, 1 or more
 * @param budget sum of the discounts given, above zero
 * @param firstOrderOnly whether only a customer without an earlier purchase may use it
 * @param minimumAmounts least value of an order before the discount, one per currency in the order
 *     of their codes; if there are any, other currencies are refused
 */
public record CodeLimits(
    OptionalLong usesMax,
    OptionalLong customerUsesMax,
    Optional<Money> budget,
    boolean firstOrderOnly,
    List<Money> minimumAmounts) {

  /** No limit at all. */
  public static final CodeLimits NONE =
      new CodeLimits(
          OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), false, List.of());

  /** Keeps its own copy of the amounts. */
  public CodeLimits {
    minimumAmounts = List.copyOf(minimumAmounts);
  }

  /** Whether there is any limit. */
  public boolean areAny() {
    return !equals(NONE);
  }

  /** Whether they can be judged only for a known customer. */
  boolean lookAtCustomers() {
    return customerUsesMax.isPresent() || firstOrderOnly;
  }

  /** Whether amounts of a currency can be compared with every limit that has one. */
  boolean know(String currency) {
    return budget.map(money -> money.currency().equals(currency)).orElse(true)
        && (minimumAmounts.isEmpty() || minimumOf(currency).isPresent());
  }

  /** The least value of an order in a currency, if there is one. */
  Optional<Money> minimumOf(String currency) {
    return minimumAmounts.stream().filter(money -> money.currency().equals(currency)).findFirst();
  }
}
