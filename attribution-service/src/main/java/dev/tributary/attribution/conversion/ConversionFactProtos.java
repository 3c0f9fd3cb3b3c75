package dev.tributary.attribution.conversion;

import com.google.protobuf.InvalidProtocolBufferException;
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
    ConversionFact.Builder fact = ConversionFact.newBuilder();
    conversion
        .subscription()
        .ifPresent(place -> fact.setSubscriptionId(place.id()).setSequence(place.sequence()));
    conversion.newCustomer().map(NewCustomerProtos::toProto).ifPresent(fact::setNewCustomer);
    return fact.setStorefrontId(conversion.key().storefrontId())
        .setType(ConversionTypeProtos.toProto(conversion.key().type()))
        .setCustomType(conversion.key().type().customName())
        .setOrderId(conversion.key().orderId())
        .setConversionTime(ProtoTimes.toProto(conversion.time()))
        .setCurrencyCode(conversion.currency())
        .setAttribution(AttributionProtos.toProto(recorded))
        .setPaymentState(PaymentProtos.toProto(recorded.payment().state()))
        .setCancelled(recorded.ledger().balance().cancelled())
        .setTest(conversion.test())
        .setHoldState(OrderHoldProtos.toProto(recorded.holdState()))
        .build()
        .toByteArray();
  }

  /**
   * The conversion of an entry unless it is itself what came of looking at what was recorded beside
   * it.
   */
  public static Optional<ConversionKey> unsettled(byte[] payload) {
    ConversionFact fact = parsed(payload);
    return fact.getAttribution().getReason() == RevisionReason.REVISION_REASON_REATTRIBUTED
        ? Optional.empty()
        : Optional.of(key(fact));
  }

  /** The conversion of an entry whatever it says, unless it is a test. */
  public static Optional<ConversionKey> unlessTest(byte[] payload) {
    ConversionFact fact = parsed(payload);
    return fact.getTest() ? Optional.empty() : Optional.of(key(fact));
  }

  /** The conversion of an entry if it is of a type that uses codes, and no test. */
  public static Optional<ConversionKey> usingCodes(byte[] payload) {
    return unlessTest(payload).filter(key -> ConversionType.USING_CODES.contains(key.type()));
  }

  /** The conversion of an entry if a code has credit for it, so that it may bind its customer. */
  public static Optional<ConversionKey> creditedByCode(byte[] payload) {
    ConversionFact fact = parsed(payload);
    return fact.getAttribution().getCreditsList().stream()
            .anyMatch(credit -> credit.getSource() == CreditSource.CREDIT_SOURCE_CODE)
        ? Optional.of(key(fact))
        : Optional.empty();
  }

  private static ConversionKey key(ConversionFact fact) {
    return new ConversionKey(
        fact.getStorefrontId(),
        ConversionTypeProtos.stored(fact.getType(), fact.getCustomType()),
        fact.getOrderId());
  }

  /** The conversion of an entry. */
  public static ConversionKey key(byte[] payload) {
    return key(parsed(payload));
  }

  /** The subscription that an entry is the first payment of, if it is one. */
  public static Optional<SubscriptionKey> started(byte[] payload) {
    ConversionFact fact = parsed(payload);
    boolean isFirst =
        fact.getType()
                == dev.tributary.attribution.v1.ConversionType.CONVERSION_TYPE_SUBSCRIPTION_START
            && !fact.getSubscriptionId().isEmpty();
    return isFirst
        ? Optional.of(new SubscriptionKey(fact.getStorefrontId(), fact.getSubscriptionId()))
        : Optional.empty();
  }

  private static ConversionFact parsed(byte[] payload) {
    try {
      return ConversionFact.parseFrom(payload);
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("conversion in the feed cannot be read", broken);
    }
  }
}
