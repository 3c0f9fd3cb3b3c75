package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;

/**
 * A refund of an order that has arrived.
 *
 * @param refund as told
 * @param wantedMinor part of the base that it wants back; all that is left when it cancels
 * @param reversed whether it was a chargeback that was reversed
 */
record Claim(Refund refund, long wantedMinor, boolean reversed) {
  boolean isAll() {
    return refund.getKind() == RefundKind.REFUND_KIND_CANCEL;
  }
}
