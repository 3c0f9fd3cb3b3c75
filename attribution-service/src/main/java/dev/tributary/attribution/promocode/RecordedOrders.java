package dev.tributary.attribution.promocode;

import dev.tributary.runtime.identity.PersonKey;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What reservations need to know of orders. Said here and answered by whoever keeps them: orders
 * know promo codes, so promo codes must not know orders.
 */
public interface RecordedOrders {
  /**
   * Which of these orders use codes: recorded as a purchase or as the first payment of a
   * subscription, no test, and neither voided nor cancelled. Of an order that is both, one that
   * stands is enough.
   *
   * @return those that do, with the hash of the customer if told
   */
  Map<OrderRef, Optional<PersonKey>> counting(
      Handle handle, String workspace, Collection<OrderRef> orders);

  /** Which of these have another order in the same shop too, tests left out. */
  Set<Buyer> withAnotherOrder(Handle handle, String workspace, Collection<Buyer> buyers);

  /** Which of these, recorded themselves, have an earlier order in the same shop. */
  Set<Buyer> withEarlierOrder(Handle handle, String workspace, Collection<Buyer> buyers);

  /**
   * Somebody who orders.
   *
   * @param order what is ordered now
   * @param customer hash of the customer
   */
  record Buyer(OrderRef order, PersonKey customer) {}
}
