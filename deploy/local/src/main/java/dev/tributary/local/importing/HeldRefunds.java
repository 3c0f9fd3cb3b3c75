package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.attribution.v1.RefundState;
import dev.tributary.runtime.money.Currencies;

/** Tells of refunds that are not taken back from credits, or not all of them. */
final class HeldRefunds {
  private HeldRefunds() {}

  /** Lists the refund if it is held, or a part of it. */
  static void note(Refund refund, RefundResult result, Listing held) {
    if (result.getState() == RefundState.REFUND_STATE_HELD) {
      held.add(
          "refund %s of order %s HELD: the order has not come yet"
              .formatted(refund.getRefundId(), refund.getOrderId()));
    }
    if (result.getExcessMinor() > 0) {
      held.add(
          "refund %s of order %s HELD_EXCESS: %s %s are more than was left"
              .formatted(
                  refund.getRefundId(),
                  refund.getOrderId(),
                  Currencies.format(refund.getCurrencyCode(), result.getExcessMinor()),
                  refund.getCurrencyCode()));
    }
  }
}
