package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.PromoCodeReservation;
import dev.tributary.attribution.v1.PromoCodeReservationState;

/**
 * A use of a code that an order has, had or wanted.
 *
 * @param told as the contract tells it
 * @param customer empty for a guest
 */
record Use(PromoCodeReservation told, String customer) {
  /** One for each code and order. */
  String key() {
    return told.getCodeId() + " " + told.getOrderKey();
  }

  boolean isHeld() {
    return is(PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_HELD);
  }

  boolean isUsed() {
    return is(PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_USED);
  }

  boolean isOverLimit() {
    return is(PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_OVER_LIMIT);
  }

  /** Whether it counts against the limits. */
  boolean counts() {
    return isHeld() || isUsed();
  }

  Use in(PromoCodeReservationState state) {
    return new Use(told.toBuilder().setState(state).clearReason().build(), customer);
  }

  private boolean is(PromoCodeReservationState state) {
    return told.getState() == state;
  }
}
