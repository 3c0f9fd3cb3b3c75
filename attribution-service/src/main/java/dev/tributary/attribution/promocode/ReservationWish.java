package dev.tributary.attribution.promocode;

import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A use of a code that an order wants to have.
 *
 * @param orderKey the order; with the code it names the reservation
 * @param customer hash of the customer, if known
 * @param amount value of the order before the discount
 * @param discount what the code takes off, in the same currency
 * @param ttl how long the use is to be held
 */
record ReservationWish(
    String orderKey, Optional<PersonKey> customer, Money amount, Money discount, Duration ttl) {

  /** The reservation that grants it, in its first version. */
  Reservation heldFrom(Instant now, String codeId) {
    return new Reservation(
        codeId,
        orderKey,
        customer,
        Reservation.State.HELD,
        amount,
        discount,
        now,
        now.plus(ttl),
        Optional.empty(),
        1);
  }
}
