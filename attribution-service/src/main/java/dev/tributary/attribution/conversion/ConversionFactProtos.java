package dev.tributary.attribution.conversion;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.v1.Attribution;
import dev.tributary.attribution.v1.ConversionFact;
import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.RevisionReason;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.Optional;

/** Conversions as the feed tells them. */
public final class ConversionFactProtos {
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

  /**
   * The conversion of an entry if a touch may still change its credit: no code has it, and the
   * entry is not itself what came of looking at its touches.
   */
  public static Optional<ConversionKey> unsettled(byte[] payload) {
    ConversionFact fact = parsed(payload);
    Attribution attribution = fact.getAttribution();
    boolean isSettled =
        attribution.getReason() == RevisionReason.REVISION_REASON_REATTRIBUTED
            || attribution.getCreditsList().stream()
                .anyMatch(credit -> credit.getSource() == CreditSource.CREDIT_SOURCE_CODE);
    return isSettled ? Optional.empty() : Optional.of(key(fact));
  }

  /** The conversion of an entry if it is a purchase and no test. */
  public static Optional<ConversionKey> purchase(byte[] payload) {
    ConversionFact fact = parsed(payload);
    return fact.getType() == dev.tributary.attribution.v1.ConversionType.CONVERSION_TYPE_PURCHASE
            && !fact.getTest()
        ? Optional.of(key(fact))
        : Optional.empty();
  }

  private static ConversionKey key(ConversionFact fact) {
    return new ConversionKey(
        fact.getStorefrontId(), ConversionTypeProtos.stored(fact.getType()), fact.getOrderId());
  }

  /** The conversion of an entry. */
  public static ConversionKey key(byte[] payload) {
    ConversionFact fact = parsed(payload);
    return new ConversionKey(
        fact.getStorefrontId(), ConversionTypeProtos.stored(fact.getType()), fact.getOrderId());
  }

  private static ConversionFact parsed(byte[] payload) {
    try {
      return ConversionFact.parseFrom(payload);
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("conversion in the feed cannot be read", broken);
    }
  }
}
