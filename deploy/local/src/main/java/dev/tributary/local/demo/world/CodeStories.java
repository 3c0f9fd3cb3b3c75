package dev.tributary.local.demo.world;

import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Orders by two codes of which neither has a touch: one is spoken in a podcast and used steadily by
 * its listeners, the other got onto coupon sites and is used by strangers since last week.
 */
final class CodeStories {
  /** The creator whose code is spoken in a podcast; nearly nobody follows the links. */
  static final int SPOKEN = 8;

  /** The creator whose code leaked. */
  static final int LEAKED = 27;

  private static final int SPOKEN_USES = 152;
  private static final int LEAKED_USES = 70;
  private static final Duration SPOKEN_SINCE = Duration.ofDays(38);
  private static final Duration LEAKED_SINCE = Duration.ofDays(7);
  private static final List<String> COUPON_SITES =
      List.of("couponfollow.com", "www.dontpayfull.com", "gutscheine.de", "coupert.com");
  private static final List<String> ELSEWHERE = List.of("US", "BR", "IN", "PL");

  private final Calendar calendar;
  private final Chance chance;

  private CodeStories(Calendar calendar, Chance chance) {
    this.calendar = calendar;
    this.chance = chance;
  }

  /** How many orders there are for a scale. */
  static int count(double scale) {
    return uses(SPOKEN_USES, scale) + uses(LEAKED_USES, scale);
  }

  /**
   * The orders.
   *
   * @param firstNumber of the first order; earlier ones are other people's
   */
  static List<DemoOrder> of(
      List<DemoCreator> creators, double scale, int firstNumber, Calendar calendar, long seed) {
    CodeStories stories = new CodeStories(calendar, Chance.of(seed, "code-stories"));
    List<DemoOrder> orders = new ArrayList<>();
    String spoken = HandOut.code(creators.get(SPOKEN - 1));
    int spokenUses = uses(SPOKEN_USES, scale);
    for (int i = 0; i < spokenUses; i++) {
      Instant time = stories.evenly(SPOKEN_SINCE, i, spokenUses);
      orders.add(stories.listener(firstNumber + orders.size(), spoken, time));
    }
    String leaked = HandOut.code(creators.get(LEAKED - 1));
    int leakedUses = uses(LEAKED_USES, scale);
    for (int i = 0; i < leakedUses; i++) {
      Instant time = stories.evenly(LEAKED_SINCE, i, leakedUses);
      orders.add(stories.stranger(firstNumber + orders.size(), leaked, time));
    }
    return orders;
  }

  private static int uses(int atScaleOne, double scale) {
    return (int) Math.round(atScaleOne * scale);
  }

  /** The i-th of so many moments up to now. */
  private Instant evenly(Duration since, int i, int count) {
    return calendar.now().minus(since).plus(since.multipliedBy(2L * i + 1).dividedBy(2L * count));
  }

  private DemoOrder listener(int number, String code, Instant time) {
    return order(
        order(number, code, "customer-" + number).setRegion(Whereabouts.home(chance)), time);
  }

  /** Many hunt coupons wherever they buy, so half of them have bought here before. */
  private DemoOrder stranger(int number, String code, Instant time) {
    String customer = "customer-" + (chance.happens(0.5) ? chance.between(10, number / 2) : number);
    Conversion.Builder order = order(number, code, customer).setRegion(chance.oneOf(ELSEWHERE));
    if (chance.happens(0.8)) {
      order.setReferrerHost(chance.oneOf(COUPON_SITES));
    }
    return order(order, time);
  }

  private static Conversion.Builder order(int number, String code, String customer) {
    return Conversion.newBuilder()
        .setStorefrontId("main")
        .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
        .setOrderId("#" + (10_000 + number))
        .setCustomerId(customer)
        .setPaymentState(PaymentState.PAYMENT_STATE_PAID)
        .addCodes(CodeUse.newBuilder().setCode(code));
  }

  private DemoOrder order(Conversion.Builder order, Instant time) {
    long items = Math.max(900, Math.round(chance.around(6_400, 0.45)));
    long discount = Math.round(items * 0.1);
    Basket basket = Basket.inEuros(items, discount);
    order.getCodesBuilder(0).setDiscountMinor(discount);
    order.setConversionTime(ProtoTimes.toProto(time)).setComponents(basket.toProto());
    return new DemoOrder(time, basket, order.build(), Optional.empty(), Optional.empty(), false);
  }
}
