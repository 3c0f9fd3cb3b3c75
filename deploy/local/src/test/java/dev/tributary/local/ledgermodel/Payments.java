package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.PaymentState;
import java.time.Instant;

/** How far payments had come when they were told. */
final class Payments {
  private Payments() {}

  /** A state that is not told means PAID. */
  static PaymentState stateOf(Conversion order) {
    return order.getPaymentState() == PaymentState.PAYMENT_STATE_UNSPECIFIED
        ? PaymentState.PAYMENT_STATE_PAID
        : order.getPaymentState();
  }

  /** When it was reached: without a time, at that of the order. */
  static Instant timeOf(Conversion order) {
    return Moments.of(
        order.hasPaymentStateTime() ? order.getPaymentStateTime() : order.getConversionTime());
  }
}
