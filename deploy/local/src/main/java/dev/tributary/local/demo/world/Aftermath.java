package dev.tributary.local.demo.world;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.ComponentChanges;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What can happen to an order later, if the time for it has come. */
record Aftermath(Conversion order, Instant placed, Basket basket, Calendar calendar) {
  private static final Duration RETURN_TIME = Duration.ofDays(6);

  /** Gives back a part of the items, 1 for all of them. */
  Optional<Refund> refund(double part, Chance chance) {
    double share = part == 1 ? 1 : chance.between(0.2, 0.7);
    return at(RETURN_TIME, RefundKind.REFUND_KIND_REFUND, basket.share(share).toProto());
  }

  /** Gives back the shipping alone, or nothing where there was none. */
  Optional<Refund> shippingRefund() {
    return basket.shipping() == 0
        ? Optional.empty()
        : at(
            RETURN_TIME,
            RefundKind.REFUND_KIND_REFUND,
            Components.newBuilder().setShippingMinor(basket.shipping()).build());
  }

  /** Cancels the order a few hours later. */
  Optional<Refund> cancellation() {
    return at(Duration.ofHours(5), RefundKind.REFUND_KIND_CANCEL, Components.getDefaultInstance());
  }

  /** Adds an item an hour later; prices with tax carry it inside. */
  Optional<Amendment> amendment() {
    Instant time = placed.plus(Duration.ofHours(1));
    Basket more = basket.share(0.25);
    return calendar.hasCome(time)
        ? Optional.of(
            Amendment.newBuilder()
                .setStorefrontId(order.getStorefrontId())
                .setType(order.getType())
                .setOrderId(order.getOrderId())
                .setAmendmentId("added")
                .setAmendmentTime(ProtoTimes.toProto(time))
                .setCurrencyCode(currency(order))
                .setChanges(
                    ComponentChanges.newBuilder()
                        .setItemsMinor(more.items())
                        .setDiscountMinor(more.discount())
                        .setTaxMinor(more.tax()))
                .build())
        : Optional.empty();
  }

  private Optional<Refund> at(Duration age, RefundKind kind, Components components) {
    Instant time = placed.plus(age);
    return calendar.hasCome(time)
        ? Optional.of(
            Refund.newBuilder()
                .setStorefrontId(order.getStorefrontId())
                .setType(order.getType())
                .setOrderId(order.getOrderId())
                .setRefundId("refund-1")
                .setKind(kind)
                .setRefundTime(ProtoTimes.toProto(time))
                .setCurrencyCode(currency(order))
                .setComponents(components)
                .build())
        : Optional.empty();
  }

  /** The currency of the shop, which the order itself leaves to the storefront's default. */
  static String currency(Conversion order) {
    return order.getStorefrontId().equals(HandOut.NORDIC) ? "SEK" : "EUR";
  }
}
