package dev.tributary.attribution.conversion;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.ComponentChanges;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.RefundResult;
import java.time.Instant;
import java.util.List;

/** Messages about orders with sensible defaults; a test changes what it is about. */
public final class Orders {
  /** When the orders of tests happen. */
  public static final Instant TIME = TestAttribution.NOW.minusSeconds(600);

  private Orders() {}

  /** 100.00 EUR of items, bought ten minutes ago by the visitor of {@link Samples#touch}. */
  public static Conversion.Builder order(String orderId) {
    return order(orderId, 10_000);
  }

  /** Items bought ten minutes ago by the visitor of {@link Samples#touch}. */
  public static Conversion.Builder order(String orderId, long itemsMinor) {
    return Conversion.newBuilder()
        .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
        .setOrderId(orderId)
        .setConversionTime(Samples.time(TIME))
        .setCurrencyCode("EUR")
        .setComponents(Components.newBuilder().setItemsMinor(itemsMinor))
        .setVisitorId("visitor-1");
  }

  /** A sign-up of the same visitor. */
  public static Conversion.Builder signUp(String orderId) {
    return order(orderId)
        .setType(ConversionType.CONVERSION_TYPE_SIGN_UP)
        .clearCurrencyCode()
        .clearComponents();
  }

  /** The first payment of a subscription. */
  public static Conversion.Builder start(String orderId, String subscriptionId) {
    return order(orderId)
        .setType(ConversionType.CONVERSION_TYPE_SUBSCRIPTION_START)
        .setSubscriptionId(subscriptionId);
  }

  /** A later payment of a subscription: 2 for the first renewal. */
  public static Conversion.Builder renewal(String orderId, String subscriptionId, int sequence) {
    return order(orderId)
        .setType(ConversionType.CONVERSION_TYPE_SUBSCRIPTION_RENEWAL)
        .setSubscriptionId(subscriptionId)
        .setSequence(sequence);
  }

  /** A code whose discount is not told. */
  public static CodeUse.Builder code(String code) {
    return CodeUse.newBuilder().setCode(code);
  }

  /** A code that gave a discount. */
  public static CodeUse.Builder code(String code, long discountMinor) {
    return code(code).setDiscountMinor(discountMinor);
  }

  /** Items given back five minutes after the order. */
  public static Refund.Builder refund(String orderId, String refundId, long itemsMinor) {
    return Refund.newBuilder()
        .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
        .setOrderId(orderId)
        .setRefundId(refundId)
        .setKind(RefundKind.REFUND_KIND_REFUND)
        .setRefundTime(Samples.time(TIME.plusSeconds(300)))
        .setCurrencyCode("EUR")
        .setComponents(Components.newBuilder().setItemsMinor(itemsMinor));
  }

  /** A cancellation five minutes after the order. */
  public static Refund.Builder cancellation(String orderId, String refundId) {
    return refund(orderId, refundId, 0).setKind(RefundKind.REFUND_KIND_CANCEL).clearComponents();
  }

  /** A change of the items one minute after the order. */
  public static Amendment.Builder amendment(String orderId, String amendmentId, long itemsMinor) {
    return Amendment.newBuilder()
        .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
        .setOrderId(orderId)
        .setAmendmentId(amendmentId)
        .setAmendmentTime(Samples.time(TIME.plusSeconds(60)))
        .setCurrencyCode("EUR")
        .setChanges(ComponentChanges.newBuilder().setItemsMinor(itemsMinor));
  }

  /** What became of refunds, as {@link Samples#statuses}. */
  public static List<String> refundStatuses(List<RefundResult> results) {
    return Samples.statuses(results.stream().map(RefundResult::getVerdict).toList());
  }
}
