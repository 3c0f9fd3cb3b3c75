package dev.tributary.attribution.conversion;

/** Why a refund, or a part of it, is held. */
enum HeldReason {
  /** Its order has not arrived. */
  ORDER_UNKNOWN,
  /** A reversal whose chargeback has not arrived. */
  CHARGEBACK_UNKNOWN,
  /** It came before its order and does not fit it. */
  DOES_NOT_FIT,
  /** A part of it exceeds what is left of the order. */
  EXCESS;

  /** Why a refund of an order is held; the caller asks only about one that is. */
  static HeldReason of(OrderHistory history, Refund refund) {
    if (history.conversion().isEmpty()) {
      return ORDER_UNKNOWN;
    }
    if (history.isApplied(refund)) {
      return EXCESS;
    }
    boolean waits =
        history.conversion().get().standing().waiting().stream().anyMatch(refund::isSameAs);
    return waits ? CHARGEBACK_UNKNOWN : DOES_NOT_FIT;
  }
}
