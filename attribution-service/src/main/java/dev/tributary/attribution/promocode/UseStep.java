package dev.tributary.attribution.promocode;

import java.util.Optional;

/** What has to happen to the use that a recorded order makes of a code. */
enum UseStep {
  /** Nothing: it is as it should be. */
  NONE,
  /** The order's hold becomes a use. */
  CONFIRM,
  /** The order has no hold: it takes a use if the limits allow it. */
  JUDGE,
  /** The order came to nothing: what it had is free again. */
  GIVE_BACK;

  /**
   * The step for an order and a code.
   *
   * @param counts whether the order still stands
   * @param reserved the reservation of the two, if there is one
   * @param isTyped whether the order was recorded with the code, which was valid
   */
  static UseStep of(boolean counts, Optional<Reservation> reserved, boolean isTyped) {
    if (reserved.isEmpty()) {
      return counts && isTyped ? JUDGE : NONE;
    }
    return switch (reserved.get().state()) {
      // A hold is a promise until its time, also beside an order that failed: it may be paid again.
      case HELD -> counts ? CONFIRM : NONE;
      // Decided once: uses that become free later are for others.
      case USED, OVER_LIMIT -> counts ? NONE : GIVE_BACK;
      case RELEASED, EXPIRED -> counts && isTyped ? JUDGE : NONE;
    };
  }
}
