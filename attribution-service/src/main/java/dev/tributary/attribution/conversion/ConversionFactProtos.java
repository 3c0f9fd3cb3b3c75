package dev.tributary.attribution.conversion;

import dev.tributary.attribution.v1.ConversionFact;
import dev.tributary.runtime.api.ProtoTimes;

/** Conversions as the feed tells them. */
final class ConversionFactProtos {
  private ConversionFactProtos() {}

  /** The bytes of a conversion's entry in the feed. */
  static byte[] toBytes(RecordedConversion recorded) {
    Conversion conversion = recorded.conversion();
    return ConversionFact.newBuilder()
        .setStorefrontId(conversion.key().storefrontId())
        .setType(ConversionTypeProtos.toProto(conversion.key().type()))
        .setOrderId(conversion.key().orderId())
        .setConversionTime(ProtoTimes.toProto(conversion.time()))
        .setCurrencyCode(conversion.currency())
        .setAttribution(AttributionProtos.toProto(recorded))
        .setPaymentState(PaymentProtos.toProto(recorded.payment().state()))
        .setCancelled(recorded.ledger().balance().cancelled())
        .setTest(conversion.test())
        .build()
        .toByteArray();
  }
}
