package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.ComponentChanges;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.local.ledgermodel.Happenings.Differing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Orders, and what happens to them. Small amounts, so that every unit shows. */
final class RandomOrders {
  private static final List<PaymentState> STATES =
      List.of(
          PaymentState.PAYMENT_STATE_PENDING,
          PaymentState.PAYMENT_STATE_PAID,
          PaymentState.PAYMENT_STATE_VOIDED);

  private static final List<Duration> AFTER_A_TOUCH =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(5).minus(1, ChronoUnit.MICROS),
          Duration.ofSeconds(5),
          Duration.ofMinutes(5));

  /** Of two persons, in several spellings. */
  static final List<String> EMAILS =
      List.of(
          "Anna.B+news@Gmail.com",
          "annab@googlemail.com",
          "Bo+1@shop.example",
          "bo@shop.example",
          "b.o@shop.example");

  private final Chance chance;
  private int changes;

  RandomOrders(Chance chance) {
    this.chance = chance;
  }

  Conversion order(OrderKey key, Instant now, RandomTouches touches, History history) {
    Instant time = now.minus(Duration.ofHours(chance.oneIn(2) ? 0 : chance.below(24 * 10)));
    int person = chance.below(RandomTouches.PERSONS);
    Conversion.Builder order =
        Conversion.newBuilder()
            .setStorefrontId(key.storefrontId())
            .setType(key.type())
            .setOrderId(key.orderId())
            .setConversionTime(Moments.of(time))
            .setTest(chance.oneIn(15));
    if (!chance.oneIn(6)) {
      order.setVisitorId(chance.oneIn(6) ? "shared" : "visitor-" + person);
    }
    if (chance.oneIn(2)) {
      order.setCustomerId("customer-" + person);
    }
    if (chance.oneIn(3)) {
      order.setClickId(touches.someId());
    }
    if (chance.oneIn(4)) {
      order.setPaymentState(chance.of(STATES));
    }
    if (chance.oneIn(4)) {
      order.addCustomerEmails(chance.of(EMAILS));
    }
    if (chance.oneIn(3)) {
      order.setCheckoutStartTime(Moments.of(time.minusSeconds(3_600L * chance.below(3))));
    }
    addCodes(order, history);
    if (chance.oneIn(4)) {
      touches.last().ifPresent(touch -> setAfter(order, touch, now));
    }
    if (key.type() == ConversionType.CONVERSION_TYPE_PURCHASE) {
      order.setComponents(components());
      if (chance.oneIn(3)) {
        order.setCurrencyCode(currency(key));
      }
    }
    return order.build();
  }

  /** Which of several orders of one call takes a use that only one can have is left open. */
  static Conversion withoutLimits(Conversion order) {
    List<CodeUse> others =
        order.getCodesList().stream()
            .filter(use -> !RandomShop.isLimited(use.getCode().strip().toUpperCase(Locale.ROOT)))
            .toList();
    return order.toBuilder().clearCodes().addAllCodes(others).build();
  }

  /** By the visitor of a touch, some moments after it. */
  private void setAfter(Conversion.Builder order, Touch touch, Instant now) {
    Instant time = Moments.of(touch.getEventTime()).plus(chance.of(AFTER_A_TOUCH));
    if (!time.isAfter(now)) {
      order
          .setConversionTime(Moments.of(time))
          .setCheckoutStartTime(Moments.of(time.minusSeconds(chance.oneIn(2) ? 3 : 600)))
          .setVisitorId(touch.getVisitorId())
          .clearCodes();
    }
  }

  private void addCodes(Conversion.Builder order, History history) {
    List<String> all =
        chance.oneIn(3) ? RandomShop.LIMITED : chance.oneIn(2) ? RandomShop.CODES : newest(history);
    int first = chance.below(all.size());
    for (int i = Math.max(0, chance.below(6) - 2); i > 0; i--) {
      String code = all.get((first + i) % all.size());
      CodeUse.Builder use =
          CodeUse.newBuilder()
              .setCode(chance.oneIn(4) ? code.toLowerCase(Locale.ROOT) + " " : code);
      if (!chance.oneIn(4)) {
        use.setDiscountMinor(chance.below(4));
      }
      order.addCodes(use);
    }
  }

  /** The letters of what was made last. */
  private static List<String> newest(History history) {
    List<String> all =
        history.all(Fact.Coded.class).stream()
            .map(fact -> fact.code().getCode())
            .distinct()
            .toList();
    return all.subList(Math.max(0, all.size() - 5), all.size());
  }

  private Components components() {
    long items = chance.oneIn(8) ? chance.below(3) : chance.below(1_500);
    Components.Builder components = Components.newBuilder().setItemsMinor(items);
    if (chance.oneIn(2)) {
      components.setDiscountMinor(chance.between(0, items / 2));
    }
    if (chance.oneIn(2)) {
      components.setTaxMinor(chance.between(0, items / 4));
    }
    if (chance.oneIn(3)) {
      components.setShippingMinor(chance.below(500)).setTipMinor(chance.below(50));
    }
    return components.build();
  }

  private static String currency(OrderKey key) {
    return key.storefrontId().equals(RandomShop.OTHER) ? "JPY" : "EUR";
  }

  Refund refund(OrderKey key, History history) {
    changes++;
    Refund.Builder refund =
        Refund.newBuilder()
            .setStorefrontId(key.storefrontId())
            .setType(key.type())
            .setOrderId(key.orderId())
            .setRefundId("r" + changes)
            .setKind(RefundKind.REFUND_KIND_CANCEL)
            .setRefundTime(Moments.of(Services.START.plusSeconds(changes)));
    if (key.type() != ConversionType.CONVERSION_TYPE_PURCHASE) {
      return refund.build();
    }
    refund.setCurrencyCode(chance.oneIn(12) ? "USD" : currency(key));
    switch (chance.below(12)) {
      case 0, 10, 11 -> refund.setComponents(components());
      case 1, 2, 3 -> refund.setKind(RefundKind.REFUND_KIND_CHARGEBACK).setComponents(components());
      case 4, 5, 6 ->
          refund
              .setKind(RefundKind.REFUND_KIND_CHARGEBACK_REVERSAL)
              .setReversedRefundId(chargeback(key, history));
      default ->
          refund
              .setKind(RefundKind.REFUND_KIND_REFUND)
              .setComponents(
                  chance.oneIn(10)
                      ? Components.newBuilder().setTaxMinor(1 + chance.below(5)).build()
                      : components());
    }
    return refund.build();
  }

  /** Of this order, if it has any; reversed ones and those of no chargeback come too. */
  private String chargeback(OrderKey key, History history) {
    List<String> known =
        history.all(Fact.Refunded.class).stream()
            .filter(fact -> fact.key().equals(key))
            .map(Fact.Refunded::refund)
            .filter(each -> each.getKind() == RefundKind.REFUND_KIND_CHARGEBACK || chance.oneIn(4))
            .map(Refund::getRefundId)
            .toList();
    return known.isEmpty() ? "r" + (changes + chance.below(2) - 1) : chance.of(known);
  }

  Amendment amendment(OrderKey wanted, History history) {
    OrderKey key =
        new OrderKey(
            wanted.storefrontId(), ConversionType.CONVERSION_TYPE_PURCHASE, wanted.orderId());
    changes++;
    ComponentChanges.Builder change = ComponentChanges.newBuilder();
    switch (chance.below(5)) {
      case 0 -> change.setDiscountMinor(chance.between(-50, 300));
      case 1 -> change.setTaxMinor(chance.between(-20, 100));
      case 2 -> change.setShippingMinor(chance.between(-100, 100));
      default -> change.setItemsMinor(chance.between(-700, 700));
    }
    return Amendment.newBuilder()
        .setStorefrontId(key.storefrontId())
        .setType(key.type())
        .setOrderId(key.orderId())
        .setAmendmentId("a" + changes)
        .setAmendmentTime(Moments.of(Services.START.plusSeconds(changes)))
        .setCurrencyCode(chance.oneIn(12) ? "USD" : currency(key))
        .setChanges(change)
        .build();
  }

  /** The same order with news of its payment. */
  Conversion paid(Conversion order, Instant now) {
    Conversion.Builder news = order.toBuilder().setPaymentState(chance.of(STATES));
    if (!chance.oneIn(3)) {
      news.setPaymentStateTime(Moments.of(now.minusSeconds(600L * chance.below(10))));
    }
    return news.build();
  }

  /** With another content, or only another thing that makes no difference. */
  Differing<Conversion> differing(Conversion order) {
    Conversion.Builder other = order.toBuilder();
    return switch (chance.below(6)) {
      case 0 -> new Differing<>(other.setVisitorId("visitor-of-another-browser").build(), "");
      case 1 ->
          new Differing<>(
              other.setCustomerId("somebody-else").build(),
              Erasure.isForgotten(order.getCustomerId()) ? "" : "customer_id");
      case 2 ->
          new Differing<>(
              other.addCodes(CodeUse.newBuilder().setCode("ONE-MORE")).build(),
              "codes[%d].code".formatted(order.getCodesCount()));
      case 3 -> order.hasComponents() ? dearer(order) : new Differing<>(order, "");
      case 4 -> new Differing<>(other.setClickId("another-click").build(), "");
      default ->
          new Differing<>(
              other
                  .clearCheckoutStartTime()
                  .setConversionTime(
                      Moments.of(Moments.of(order.getConversionTime()).minusSeconds(1)))
                  .build(),
              "conversion_time");
    };
  }

  private static Differing<Conversion> dearer(Conversion order) {
    Conversion.Builder other = order.toBuilder();
    other.getComponentsBuilder().setItemsMinor(order.getComponents().getItemsMinor() + 1);
    return new Differing<>(other.build(), "components.items_minor");
  }

  Differing<Refund> differing(Refund refund) {
    return new Differing<>(
        refund.toBuilder()
            .setRefundTime(Moments.of(Moments.of(refund.getRefundTime()).minusSeconds(1)))
            .build(),
        "refund_time");
  }

  Differing<Amendment> differing(Amendment amendment) {
    return new Differing<>(
        amendment.toBuilder()
            .setAmendmentTime(Moments.of(Moments.of(amendment.getAmendmentTime()).minusSeconds(1)))
            .build(),
        "amendment_time");
  }
}
