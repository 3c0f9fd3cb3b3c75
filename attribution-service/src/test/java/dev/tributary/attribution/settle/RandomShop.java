package dev.tributary.attribution.settle;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.identity.IdentityLinks;
import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchValidity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A few persons who click and buy a lot and share devices, so that most orders have several
 * touches, some at the same time, some by another name of the same person, some that do not count.
 */
final class RandomShop {
  private static final List<String> LINKS = List.of("anna", "bo", "cem", "dora", "newsletter");
  private static final int PERSONS = 6;
  private static final int DEVICES = 4;

  /** Each ranks in its own way; nobody has the last. */
  private static final List<String> CODES =
      List.of("ANNA10", "BOLINK", "CEMINVOLVED", "DORALAST", "ANNASPLIT", "NOBODYS");

  private final RandomGenerator random;
  private final List<Event> events = new ArrayList<>();
  private final List<String> orderIds = new ArrayList<>();

  /** Everything that happens in it follows from the chance. */
  RandomShop(RandomGenerator random, int touches, int orders, int links) {
    this.random = random;
    for (int i = 0; i < links; i++) {
      events.add(link("l" + i, links));
    }
    for (int i = 0; i < touches; i++) {
      events.add(touch("t" + i));
    }
    for (int i = 0; i < orders; i++) {
      addOrder("o" + i);
    }
    events.sort((one, other) -> one.time().compareTo(other.time()));
  }

  /** What the shop has before anything happens. */
  static void furnish(Shop shop) {
    for (String link : LINKS) {
      var proto = Samples.link(link).setOwner(Samples.owner(link)).setUtm(Samples.utm(link));
      shop.has(link.equals("newsletter") ? proto.clearOwner() : proto);
    }
    shop.has(
        Samples.code("ANNA10"),
        code("BOLINK", "bo", CodeCreditPolicy.CODE_CREDIT_POLICY_LINK_WINS),
        code("CEMINVOLVED", "cem", CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_IF_INVOLVED),
        code("DORALAST", "dora", CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_IF_LAST),
        code("ANNASPLIT", "anna", CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT)
            .setSplitBasisPoints(3_750));
  }

  private static PromoCode.Builder code(String code, String creator, CodeCreditPolicy policy) {
    return Samples.code(code).setOwner(Samples.owner(creator)).setCreditPolicy(policy);
  }

  /** What happens, in the order of its times. */
  List<Event> events() {
    return events;
  }

  /** Every order. */
  List<String> orderIds() {
    return orderIds;
  }

  private Event touch(String touchId) {
    // Whole hours, so that many touches are of the same time.
    Instant time = Orders.TIME.minus(Duration.ofHours(random.nextInt(40 * 24)));
    int person = random.nextInt(PERSONS);
    Touch.Builder touch =
        Samples.touch(touchId)
            .setEventTime(Samples.time(time))
            .setLinkId(LINKS.get(random.nextInt(LINKS.size())))
            .setTest(random.nextInt(20) == 0);
    switch (random.nextInt(6)) {
      case 0 -> touch.clearVisitorId();
      case 2, 3 -> touch.setVisitorId("device-" + random.nextInt(DEVICES));
      case 1 -> touch.setVisitorId("elsewhere-" + touchId).setCustomerId("customer-" + person);
      default -> touch.setVisitorId("visitor-" + person);
    }
    if (random.nextInt(10) == 0) {
      touch.setValidity(TouchValidity.TOUCH_VALIDITY_BOT);
    }
    return new Event(time, shop -> shop.touched(touch));
  }

  /** Somebody logs in or out on a device that several share, or it turns out that nobody did. */
  private Event link(String linkId, int links) {
    Instant time = Orders.TIME.minus(Duration.ofHours(random.nextInt(40 * 24)));
    String device = "device-" + random.nextInt(DEVICES);
    String visitor = random.nextInt(3) == 0 ? "visitor-" + random.nextInt(PERSONS) : device;
    IdentityLink.Builder link =
        switch (random.nextInt(5)) {
          case 0 -> IdentityLinks.logout(linkId, visitor, time);
          case 1 -> IdentityLinks.retraction(linkId, visitor, "l" + random.nextInt(links), time);
          default ->
              IdentityLinks.login(linkId, visitor, "customer-" + random.nextInt(PERSONS), time);
        };
    return new Event(time, shop -> shop.linked(link));
  }

  private void addOrder(String orderId) {
    Instant time = Orders.TIME.minus(Duration.ofHours(random.nextInt(15 * 24)));
    int person = random.nextInt(PERSONS);
    long items = 1 + random.nextLong(20_000);
    Conversion.Builder order =
        Orders.order(orderId, items)
            .setConversionTime(Samples.time(time))
            .setVisitorId(
                random.nextInt(3) == 0 ? "device-" + random.nextInt(DEVICES) : "visitor-" + person);
    if (random.nextBoolean()) {
      order.setCustomerId("customer-" + person);
    }
    if (random.nextInt(3) == 0) {
      order.setClickId("t" + random.nextInt(60));
    }
    // None, one, or two that share by their discounts.
    int first = random.nextInt(CODES.size());
    for (int i = Math.max(0, random.nextInt(6) - 3); i > 0; i--) {
      order.addCodes(
          Orders.code(CODES.get((first + i) % CODES.size()))
              .setDiscountMinor(1 + random.nextLong(500)));
    }
    orderIds.add(orderId);
    events.add(new Event(time, shop -> shop.record(order)));
    for (int i = random.nextInt(3); i > 0; i--) {
      Refund.Builder refund =
          Orders.refund(orderId, "r" + i, random.nextLong(items))
              .setRefundTime(Samples.time(time.plusSeconds(60L * i)));
      events.add(new Event(time.plusSeconds(60L * i), shop -> shop.refund(refund)));
    }
  }

  /**
   * Something that happens.
   *
   * @param time when
   * @param sending tells a shop of it
   */
  record Event(Instant time, Consumer<Shop> sending) {}
}
