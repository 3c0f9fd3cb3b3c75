package dev.tributary.local.durability;

import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A shop's clicks, orders and refunds. A third of the orders is credited by code, a third by clicks
 * that were recorded before all else, and a third by clicks that arrive together with the orders,
 * so that it takes the settler to credit them. Clicks lie before orders and no two at one time: in
 * whatever order they arrive, the same sums must come out.
 *
 * @param start when it all happened
 */
record Sales(Instant start) {
  private static final int CREATORS = 5;
  private static final int EARLY_VISITORS = 40;
  private static final int VISITORS = 997;
  private static final Duration UNTIL_ORDERS = Duration.ofHours(12);

  /** Sales of the last two days: nothing lies in the future, and late clicks still count. */
  static Sales ofTheLastTwoDays() {
    return new Sales(
        Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(2)));
  }

  /** One code per creator. */
  List<PromoCode> codes() {
    return IntStream.range(0, CREATORS)
        .mapToObj(
            i ->
                PromoCode.newBuilder()
                    .setCodeId("code-" + i)
                    .setCode("SAVE" + i)
                    .setOwner(owner(i))
                    .build())
        .toList();
  }

  /** One link per creator. */
  List<Link> links() {
    return IntStream.range(0, CREATORS)
        .mapToObj(
            i ->
                Link.newBuilder()
                    .setLinkId("link-" + i)
                    .setOwner(owner(i))
                    .setDestinationUrl("https://shop.example/" + i)
                    .build())
        .toList();
  }

  /** Clicks of those who order later; to be recorded before everything else. */
  List<Touch> earlyTouches() {
    return IntStream.range(0, EARLY_VISITORS)
        .mapToObj(i -> touch("early-" + i, "early-" + i, i % CREATORS, start))
        .toList();
  }

  /** A click of somebody who may order too. */
  Touch touch(int number) {
    return touch(
        "t-" + number,
        visitor(number),
        number % CREATORS,
        start.plus(UNTIL_ORDERS).plusMillis(number));
  }

  /** An order with a code, of an early visitor, or of one who clicks meanwhile. */
  Conversion order(int number, RandomGenerator random) {
    Conversion.Builder order =
        Conversion.newBuilder()
            .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
            .setOrderId(orderId(number))
            .setConversionTime(ProtoTimes.toProto(orderTime(number)))
            .setCurrencyCode("EUR")
            .setComponents(Components.newBuilder().setItemsMinor(1_000L + random.nextInt(50_000)))
            .setPaymentState(PaymentState.PAYMENT_STATE_PAID);
    switch (number % 3) {
      case 0 -> order.addCodes(CodeUse.newBuilder().setCode("SAVE" + number % CREATORS));
      case 1 -> order.setVisitorId("early-" + random.nextInt(EARLY_VISITORS));
      default -> order.setVisitorId(visitor(number));
    }
    return order.build();
  }

  /** A small part of an order given back. */
  Refund refund(int order, int number) {
    return Refund.newBuilder()
        .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
        .setOrderId(orderId(order))
        .setRefundId("r" + number)
        .setKind(RefundKind.REFUND_KIND_REFUND)
        .setRefundTime(ProtoTimes.toProto(orderTime(order).plusSeconds(60)))
        .setCurrencyCode("EUR")
        .setComponents(Components.newBuilder().setItemsMinor(100L + order % 100))
        .build();
  }

  static String orderId(int number) {
    return "#" + number;
  }

  private static String visitor(int number) {
    return "visitor-" + number % VISITORS;
  }

  private Instant orderTime(int number) {
    return start.plus(UNTIL_ORDERS.multipliedBy(2)).plusMillis(number);
  }

  private static Touch touch(String id, String visitor, int creator, Instant time) {
    return Touch.newBuilder()
        .setTouchId(id)
        .setType(TouchType.TOUCH_TYPE_CLICK)
        .setEventTime(ProtoTimes.toProto(time))
        .setLinkId("link-" + creator)
        .setVisitorId(visitor)
        .build();
  }

  private static Owner owner(int creator) {
    return Owner.newBuilder()
        .setCollaborationId("collab-" + creator)
        .setCreatorId("creator-" + creator)
        .setCampaignId("campaign")
        .build();
  }
}
