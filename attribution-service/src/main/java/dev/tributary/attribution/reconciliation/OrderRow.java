package dev.tributary.attribution.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A row of conversion, which lacks credits and refunds to be an order. Its components are the
 * columns.
 */
record OrderRow(
    String orderId,
    Instant time,
    String currency,
    boolean test,
    boolean voided,
    long baseMinor,
    long refundedMinor,
    long excessMinor,
    Extras extras,
    Set<String> codeKeys) {

  /** The order with its credits and what its refunds say. */
  OurOrder with(List<CodeCredit> credits, RefundSums sums) {
    return new OurOrder(
        orderId,
        time,
        currency,
        test,
        voided,
        baseMinor,
        extras,
        new OurRefunds(refundedMinor, excessMinor, sums.extras()),
        codeKeys,
        credits);
  }
}
