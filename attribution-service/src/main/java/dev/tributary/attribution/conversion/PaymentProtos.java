package dev.tributary.attribution.conversion;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;

/** Payments in the contract and in our records. */
final class PaymentProtos {
  private PaymentProtos() {}

  /**
   * How far the payment of a conversion has come; not told means paid, and reached with the
   * conversion.
   *
   * @param conversionTime when the conversion happened
   * @param now what a time is compared with
   */
  static Payment parse(
      dev.tributary.attribution.v1.Conversion proto, Instant conversionTime, Instant now)
      throws Rejected {
    return new Payment(
        state(proto.getPaymentState()),
        proto.hasPaymentStateTime()
            ? Fields.eventTime("payment_state_time", true, proto.getPaymentStateTime(), now)
            : conversionTime);
  }

  /** The message of a state. */
  static dev.tributary.attribution.v1.PaymentState toProto(PaymentState state) {
    return switch (state) {
      case PENDING -> dev.tributary.attribution.v1.PaymentState.PAYMENT_STATE_PENDING;
      case PAID -> dev.tributary.attribution.v1.PaymentState.PAYMENT_STATE_PAID;
      case VOIDED -> dev.tributary.attribution.v1.PaymentState.PAYMENT_STATE_VOIDED;
    };
  }

  private static PaymentState state(dev.tributary.attribution.v1.PaymentState state)
      throws Rejected {
    return switch (state) {
      case PAYMENT_STATE_UNSPECIFIED, PAYMENT_STATE_PAID -> PaymentState.PAID;
      case PAYMENT_STATE_PENDING -> PaymentState.PENDING;
      case PAYMENT_STATE_VOIDED -> PaymentState.VOIDED;
      case UNRECOGNIZED ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MALFORMED,
              "payment_state",
              "an unknown number (expected: absent, PENDING, PAID or VOIDED)");
    };
  }
}
