package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.ComponentChanges;
import dev.tributary.attribution.credit.Components;
import dev.tributary.attribution.credit.RevenueBase;
import dev.tributary.attribution.credit.TaxMode;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;

/** Refunds and amendments in the contract and in our records. */
final class ChangeProtos {
  private ChangeProtos() {}

  /**
   * A refund to record.
   *
   * @param now what its time is compared with
   */
  static Refund parse(dev.tributary.attribution.v1.Refund proto, Instant now) throws Rejected {
    ConversionKey key =
        ConversionTypeProtos.key(
            proto.getStorefrontId(), proto.getType(), proto.getCustomType(), proto.getOrderId());
    String refundId = Fields.id("refund_id", proto.getRefundId());
    RefundKind kind = kind(Fields.known("kind", proto.getKind()));
    return new Refund(
        key,
        refundId,
        kind,
        Fields.eventTime("refund_time", proto.hasRefundTime(), proto.getRefundTime(), now),
        ConversionTypeProtos.currencyOfRefund(key.type(), proto.getCurrencyCode()),
        kind == RefundKind.CANCEL || kind == RefundKind.REVERSAL
            ? Components.NONE
            : components(key.type(), proto),
        reversedId(kind, proto.getReversedRefundId()));
  }

  /**
   * An amendment to record.
   *
   * @param now what its time is compared with
   */
  static Amendment parse(dev.tributary.attribution.v1.Amendment proto, Instant now)
      throws Rejected {
    ConversionKey key =
        ConversionTypeProtos.key(
            proto.getStorefrontId(), proto.getType(), proto.getCustomType(), proto.getOrderId());
    ConversionTypeProtos.requireNone("changes", key.type(), !key.type().mayHaveAmount());
    ComponentChanges changes = ComponentsProtos.parse(proto.getChanges());
    Amendment amendment =
        new Amendment(
            key,
            Fields.id("amendment_id", proto.getAmendmentId()),
            Fields.eventTime(
                "amendment_time", proto.hasAmendmentTime(), proto.getAmendmentTime(), now),
            ConversionTypeProtos.currency(key.type(), proto.getCurrencyCode(), true),
            changes);
    if (changes.minor().isEmpty()) {
      throw missing("changes", "absent (expected: at least one component that changed)");
    }
    return amendment;
  }

  /** The message of a refund. */
  static dev.tributary.attribution.v1.Refund toProto(Refund refund) {
    var proto =
        dev.tributary.attribution.v1.Refund.newBuilder()
            .setStorefrontId(refund.key().storefrontId())
            .setType(ConversionTypeProtos.toProto(refund.key().type()))
            .setCustomType(refund.key().type().customName())
            .setOrderId(refund.key().orderId())
            .setRefundId(refund.id())
            .setKind(toProto(refund.kind()))
            .setRefundTime(ProtoTimes.toProto(refund.time()))
            .setCurrencyCode(refund.currency())
            .setReversedRefundId(refund.reversedId());
    if (!refund.components().minor().isEmpty()) {
      proto.setComponents(ComponentsProtos.toProto(refund.components()));
    }
    return proto.build();
  }

  /** The message of an amendment. */
  static dev.tributary.attribution.v1.Amendment toProto(Amendment amendment) {
    return dev.tributary.attribution.v1.Amendment.newBuilder()
        .setStorefrontId(amendment.key().storefrontId())
        .setType(ConversionTypeProtos.toProto(amendment.key().type()))
        .setCustomType(amendment.key().type().customName())
        .setOrderId(amendment.key().orderId())
        .setAmendmentId(amendment.id())
        .setAmendmentTime(ProtoTimes.toProto(amendment.time()))
        .setCurrencyCode(amendment.currency())
        .setChanges(ComponentsProtos.toProto(amendment.changes()))
        .build();
  }

  /** The message of a refund's state. */
  static dev.tributary.attribution.v1.RefundState toProto(RefundState state) {
    return switch (state) {
      case APPLIED -> dev.tributary.attribution.v1.RefundState.REFUND_STATE_APPLIED;
      case HELD -> dev.tributary.attribution.v1.RefundState.REFUND_STATE_HELD;
      case HELD_EXCESS -> dev.tributary.attribution.v1.RefundState.REFUND_STATE_HELD_EXCESS;
      case REVERSED -> dev.tributary.attribution.v1.RefundState.REFUND_STATE_REVERSED;
    };
  }

  private static Components components(
      ConversionType type, dev.tributary.attribution.v1.Refund proto) throws Rejected {
    if (!type.mayHaveAmount()) {
      ConversionTypeProtos.requireNone("components", type, proto.hasComponents());
    }
    boolean hasNone = !proto.hasComponents() && proto.getCurrencyCode().isEmpty();
    if (!type.hasAmount() && hasNone) {
      return Components.NONE;
    }
    Components components = ComponentsProtos.parse(proto.getComponents());
    if (components.minor().isEmpty()) {
      throw missing("components", "absent (expected: what was given back)");
    }
    // Tax inside the prices can only make it smaller, so this fits no order, whatever its tax mode.
    if (RevenueBase.NET_SALES.of(components, TaxMode.EXCLUDED) < 0) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          "components.discount_minor",
          "above items_minor (expected: at most what the items were)");
    }
    return components;
  }

  private static String reversedId(RefundKind kind, String given) throws Rejected {
    if (kind == RefundKind.REVERSAL) {
      return Fields.id("reversed_refund_id", given);
    }
    if (!given.isEmpty()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          "reversed_refund_id",
          "set (expected: empty unless the kind is CHARGEBACK_REVERSAL)");
    }
    return "";
  }

  private static RefundKind kind(dev.tributary.attribution.v1.RefundKind kind) {
    return switch (kind) {
      case REFUND_KIND_REFUND -> RefundKind.REFUND;
      case REFUND_KIND_CANCEL -> RefundKind.CANCEL;
      case REFUND_KIND_CHARGEBACK -> RefundKind.CHARGEBACK;
      case REFUND_KIND_CHARGEBACK_REVERSAL -> RefundKind.REVERSAL;
      default -> throw new IllegalStateException("refused before: " + kind);
    };
  }

  private static dev.tributary.attribution.v1.RefundKind toProto(RefundKind kind) {
    return switch (kind) {
      case REFUND -> dev.tributary.attribution.v1.RefundKind.REFUND_KIND_REFUND;
      case CANCEL -> dev.tributary.attribution.v1.RefundKind.REFUND_KIND_CANCEL;
      case CHARGEBACK -> dev.tributary.attribution.v1.RefundKind.REFUND_KIND_CHARGEBACK;
      case REVERSAL -> dev.tributary.attribution.v1.RefundKind.REFUND_KIND_CHARGEBACK_REVERSAL;
    };
  }

  private static Rejected missing(String field, String message) {
    return new Rejected(ErrorReason.ERROR_REASON_FIELD_MISSING, field, message);
  }
}
