package dev.tributary.attribution.promocode;

import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A recorded order as the limits of codes see it.
 *
 * @param order which one
 * @param time when it was placed
 * @param customer hash of the customer, if told
 * @param amount its value before discounts
 * @param discounts what each code took off that was valid when the order was recorded, by the
 *     code's id, in the amount's currency
 */
public record UsingOrder(
    OrderRef order,
    Instant time,
    Optional<PersonKey> customer,
    Money amount,
    Map<String, Money> discounts) {
  /** Keeps its own copy of the discounts. */
  public UsingOrder {
    discounts = Map.copyOf(discounts);
  }

  /** The same order of another customer. */
  UsingOrder of(Optional<PersonKey> newCustomer) {
    return new UsingOrder(order, time, newCustomer, amount, discounts);
  }

  /** What the order wants of one of its codes. */
  ReservationWish wish(String codeId) {
    return new ReservationWish(
        order.orderId(),
        customer,
        amount,
        discounts.getOrDefault(codeId, new Money(amount.currency(), 0)),
        Duration.ZERO);
  }
}
