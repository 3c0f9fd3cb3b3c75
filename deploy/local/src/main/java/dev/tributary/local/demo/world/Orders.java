package dev.tributary.local.demo.world;

import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.SelfReported;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shop's orders: by code, after a click, both at odds, or out of the blue. */
final class Orders {
  private static final Duration AFTER_VISIT = Duration.ofDays(2);
  private static final int TESTS = 6;
  private static final double KRONOR_PER_EURO = 11.2;

  private final List<DemoCreator> sellers;
  private final double[] reach;
  private final List<Visit> visits;
  private final Calendar calendar;
  private final Chance chance;
  private final Whereabouts whereabouts;

  private Orders(List<DemoCreator> sellers, List<Visit> visits, Calendar calendar, long seed) {
    this.sellers = sellers;
    this.reach =
        Chance.runningSums(
            sellers.stream().map(seller -> Math.pow((double) seller.followers(), 0.6)).toList());
    this.visits = visits;
    this.calendar = calendar;
    this.chance = Chance.of(seed, "orders");
    this.whereabouts = new Whereabouts(seed);
  }

  /** The given number of orders, numbered from 1. */
  static List<DemoOrder> of(
      List<DemoCreator> creators, List<Visit> visits, int count, Calendar calendar, long seed) {
    List<DemoCreator> sellers = creators.stream().filter(DemoCreator::sells).toList();
    List<Visit> ofSellers = visits.stream().filter(visit -> visit.creator().sells()).toList();
    Orders orders = new Orders(sellers, ofSellers, calendar, seed);
    List<DemoOrder> made = new ArrayList<>(count);
    for (int number = 1; number <= count; number++) {
      made.add(orders.order(number));
    }
    return List.copyOf(made);
  }

  private DemoOrder order(int number) {
    boolean nordic = chance.happens(0.18);
    Conversion.Builder conversion =
        Conversion.newBuilder()
            .setStorefrontId(nordic ? HandOut.NORDIC : "main")
            .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
            .setOrderId("#" + (10_000 + number))
            .setCustomerId("customer-" + (chance.happens(0.12) ? number / 2 : number))
            .setTest(number <= TESTS)
            .setPaymentState(
                chance.happens(0.02)
                    ? PaymentState.PAYMENT_STATE_PENDING
                    : PaymentState.PAYMENT_STATE_PAID);
    Instant time = origin(conversion);
    long items = Math.max(900, Math.round(chance.around(6_400, 0.45)));
    long discount = conversion.getCodesCount() > 0 ? Math.round(items * 0.1) : 0;
    if (nordic) {
      items = Math.round(items * KRONOR_PER_EURO / 100) * 100;
      discount = conversion.getCodesCount() > 0 ? Math.round(items * 0.1) : 0;
    }
    Basket basket = nordic ? Basket.inKronor(items, discount) : Basket.inEuros(items, discount);
    if (conversion.getCodesCount() == 1) {
      conversion.getCodesBuilder(0).setDiscountMinor(discount);
    }
    conversion.setConversionTime(ProtoTimes.toProto(time)).setComponents(basket.toProto());
    whereabouts.addTo(conversion);
    if (chance.happens(0.05)) {
      conversion.setSelfReported(
          SelfReported.newBuilder().setRawText("saw it on a story").setConfidenceMillionths(0));
    }
    return withAftermath(conversion.build(), time, basket);
  }

  /** Decides what brought the order, and when it was placed. */
  private Instant origin(Conversion.Builder conversion) {
    double kind = chance.between(0.0, 1.0);
    if (kind < 0.20) {
      Visit visit = chance.oneOf(visits);
      conversion.addCodes(typed(HandOut.code(visit.creator()))).setVisitorId(visit.visitor());
      return after(visit);
    }
    if (kind < 0.34) {
      conversion.addCodes(typed(HandOut.code(sellers.get(chance.weighted(reach)))));
      return anyTime();
    }
    if (kind < 0.38) {
      Visit visit = chance.oneOf(visits);
      conversion
          .addCodes(typed(HandOut.code(sellers.get(chance.weighted(reach)))))
          .setVisitorId(visit.visitor());
      return after(visit);
    }
    if (kind < 0.76) {
      Visit visit = chance.oneOf(visits);
      conversion.setVisitorId(visit.visitor());
      if (chance.happens(0.3)) {
        conversion.setClickId(visit.touch().getTouchId());
      }
      if (chance.happens(0.08)) {
        conversion.addCodes(typed(HandOut.HOUSE_CODE));
      }
      return after(visit);
    }
    if (kind < 0.79) {
      conversion.addCodes(typed("SUMMER" + chance.between(15, 30)));
    }
    return anyTime();
  }

  private Instant after(Visit visit) {
    Instant time = visit.time().plus(chance.waiting(AFTER_VISIT)).plusSeconds(90);
    return calendar.hasCome(time) ? time : visit.time().plusSeconds(45);
  }

  private Instant anyTime() {
    long days = calendar.salesEnd().toEpochDay() - calendar.salesStart().toEpochDay();
    return calendar.during(calendar.salesStart().plusDays(chance.between(1, (int) days)), chance);
  }

  /** As customers type: often in lower case, sometimes with a space pasted along. */
  private CodeUse typed(String code) {
    String text = chance.happens(0.4) ? code.toLowerCase(Locale.ROOT) : code;
    return CodeUse.newBuilder().setCode(chance.happens(0.05) ? " " + text : text).build();
  }

  private DemoOrder withAftermath(Conversion conversion, Instant time, Basket basket) {
    double kind = chance.between(0.0, 1.0);
    Aftermath aftermath = new Aftermath(conversion, time, basket, calendar);
    Optional<Refund> refund =
        kind < 0.025
            ? aftermath.refund(1, chance)
            : kind < 0.055
                ? aftermath.refund(0.5, chance)
                : kind < 0.065 ? aftermath.shippingRefund() : Optional.empty();
    if (refund.isEmpty() && kind > 0.985) {
      refund = aftermath.cancellation();
    }
    return new DemoOrder(
        time,
        basket,
        conversion,
        refund.isEmpty() && kind > 0.965 ? aftermath.amendment() : Optional.empty(),
        refund,
        chance.happens(0.15));
  }
}
