package dev.tributary.attribution.promocode;

import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A use of a code that an order has or had in hand.
 *
 * @param codeId the code
 * @param orderKey the order; with the code it names the reservation
 * @param customer hash of the customer, if known
 * @param state what became of it
 * @param amount value of the order before the discount
 * @param discount what the code takes off, in the same currency
 * @param createTime when it was made, the last time if it was made again
 * @param expireTime from when on it no longer holds a use
 * @param overLimit which limit it did not fit; of a use over the limit only
 * @param version starts at 1 and rises with each change
 */
record Reservation(
    String codeId,
    String orderKey,
    Optional<PersonKey> customer,
    State state,
    Money amount,
    Money discount,
    Instant createTime,
    Instant expireTime,
    Optional<ReservationRefusal> overLimit,
    long version) {

  /** What became of a reservation. */
  enum State {
    /** It holds a use. */
    HELD,
    /** Its order was recorded: the use counts as long as the order does. */
    USED,
    /** It was given back. */
    RELEASED,
    /** It ended without a recorded order. */
    EXPIRED,
    /** Its order was recorded when the limits allowed no further use. */
    OVER_LIMIT
  }

  /** Whether it counts against the limits. */
  boolean counts() {
    return state == State.HELD || state == State.USED;
  }

  /** Whether it holds a use although its time has come. */
  boolean isDueAt(Instant now) {
    return state == State.HELD && !expireTime.isAfter(now);
  }

  /** The same in another state. */
  Reservation in(State newState) {
    return new Reservation(
        codeId,
        orderKey,
        customer,
        newState,
        amount,
        discount,
        createTime,
        expireTime,
        Optional.empty(),
        version + 1);
  }

  /** The one that takes the place of this one, which counts no more. */
  Reservation madeAgain(Reservation anew) {
    return new Reservation(
        codeId,
        orderKey,
        anew.customer,
        anew.state,
        anew.amount,
        anew.discount,
        anew.createTime,
        anew.expireTime,
        anew.overLimit,
        version + 1);
  }

  /** Name of the first field in which the wish is another one; empty when it is this one again. */
  Optional<String> firstDifference(ReservationWish wish) {
    // Of a customer who was erased nothing is known, so it is whoever is named now.
    boolean isErased = customer.filter(PersonKey::isTombstone).isPresent();
    if (!isErased && !customer.equals(wish.customer())) {
      return Optional.of("customer_id");
    }
    if (!amount.equals(wish.amount())) {
      return Optional.of("amount");
    }
    return discount.equals(wish.discount()) ? Optional.empty() : Optional.of("discount");
  }
}
