package dev.tributary.attribution.conversion;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.storefront.StorefrontProtos;
import dev.tributary.attribution.v1.TaxMode;
import java.util.Optional;

/**
 * The stored message of a conversion: the one of the contract as it was sent, without what has a
 * column of its own and without persons.
 */
public final class StoredContentProtos {
  private StoredContentProtos() {}

  /** The bytes to store. */
  static byte[] toBytes(Conversion conversion) {
    var proto =
        dev.tributary.attribution.v1.Conversion.newBuilder()
            .setComponents(ComponentsProtos.toProto(conversion.components()))
            .setClickId(conversion.clickId().orElse(""));
    conversion.codes().stream().map(CodeUseProtos::toProto).forEach(proto::addCodes);
    conversion.selfReported().map(SelfReportedProtos::toProto).ifPresent(proto::setSelfReported);
    CheckoutProtos.addTo(proto, conversion.checkout());
    if (!conversion.defaulted().currency()) {
      proto.setCurrencyCode(conversion.currency());
    }
    if (!conversion.defaulted().taxMode()) {
      proto.setTaxMode(StorefrontProtos.toProto(conversion.taxMode()));
    }
    return proto.build().toByteArray();
  }

  /** Stored bytes without what the customer wrote. */
  static byte[] withoutRawText(byte[] bytes) {
    try {
      var proto = dev.tributary.attribution.v1.Conversion.parseFrom(bytes).toBuilder();
      if (proto.hasSelfReported()) {
        proto.getSelfReportedBuilder().clearRawText();
      }
      return proto.build().toByteArray();
    } catch (InvalidProtocolBufferException broken) {
      throw unreadable(broken);
    }
  }

  /** The content of stored bytes. */
  public static StoredContent read(byte[] bytes) {
    try {
      var proto = dev.tributary.attribution.v1.Conversion.parseFrom(bytes);
      return new StoredContent(
          new Conversion.Defaulted(
              proto.getCurrencyCode().isEmpty(),
              proto.getTaxMode() == TaxMode.TAX_MODE_UNSPECIFIED),
          ComponentsProtos.stored(proto.getComponents()),
          proto.getCodesList().stream().map(CodeUseProtos::stored).toList(),
          Optional.of(proto.getClickId()).filter(clickId -> !clickId.isEmpty()),
          proto.hasSelfReported()
              ? Optional.of(SelfReportedProtos.stored(proto.getSelfReported()))
              : Optional.empty(),
          CheckoutProtos.stored(proto));
    } catch (InvalidProtocolBufferException broken) {
      throw unreadable(broken);
    }
  }

  private static IllegalStateException unreadable(InvalidProtocolBufferException broken) {
    return new IllegalStateException("stored conversion cannot be read", broken);
  }
}
