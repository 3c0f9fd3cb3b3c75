package dev.tributary.attribution.settle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.identity.IdentityLinks;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.IdentityLinkKind;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.runtime.testing.Seeds;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random logins, logouts and mistakes on shared devices, against a model that asks of every touch
 * whose it is and knows nothing of spans, indexes and limits.
 */
@TestInstance(Lifecycle.PER_CLASS)
class IdentityModelTest {
  private static final int CASES = 4;
  private static final Comparator<IdentityLink> BY_TIME_AND_ID =
      Comparator.<IdentityLink>comparingLong(link -> link.getEventTime().getSeconds())
          .thenComparing(IdentityLink::getIdentityLinkId);

  private final TestAttribution service = TestAttribution.start(TestDatabases.H2);

  static LongStream cases() {
    return Seeds.cases(CASES);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_order_is_credited_to_the_last_touch_of_its_person(long seed) {
    RandomGenerator random = Seeds.random(seed);
    List<IdentityLink> links = new ArrayList<>();
    List<Touch> touches = new ArrayList<>();
    List<Conversion> orders = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      links.add(link(random, i).build());
      touches.add(touch(random, i).build());
      orders.add(order(random, i).build());
    }
    Shop shop = new Shop(service).has(Samples.link("anna-bio"));
    // Late and in time: the model does not care.
    for (int i = 0; i < 30; i++) {
      shop.linked(links.get(i).toBuilder()).touched(touches.get(i).toBuilder());
      shop.record(orders.get(29 - i).toBuilder());
    }

    List<String> credited =
        orders.stream()
            .map(
                order ->
                    shop.settled(order.getOrderId()).getAttribution().getCredits(0).getTouchId())
            .toList();

    assertThat(credited)
        .isEqualTo(orders.stream().map(order -> lastTouch(order, touches, links)).toList());
    assertThat(Set.copyOf(credited).size()).as("different touches").isGreaterThan(4);
  }

  private static String lastTouch(Conversion order, List<Touch> touches, List<IdentityLink> links) {
    long time = order.getConversionTime().getSeconds();
    String customer =
        order.getCustomerId().isEmpty()
            ? whose(order.getVisitorId(), time, links)
            : order.getCustomerId();
    return touches.stream()
        .filter(touch -> isOf(order, customer, touch, links))
        .filter(touch -> touch.getEventTime().getSeconds() <= time)
        .filter(
            touch -> time - touch.getEventTime().getSeconds() <= Duration.ofDays(30).toSeconds())
        .max(
            Comparator.<Touch>comparingLong(touch -> touch.getEventTime().getSeconds())
                .thenComparing(Touch::getTouchId))
        .map(Touch::getTouchId)
        .orElse("");
  }

  private static boolean isOf(
      Conversion order, String customer, Touch touch, List<IdentityLink> links) {
    String then = whose(touch.getVisitorId(), touch.getEventTime().getSeconds(), links);
    boolean isOwn =
        touch.getVisitorId().equals(order.getVisitorId())
            && (customer.isEmpty() || then.isEmpty() || then.equals(customer));
    boolean isCustomers =
        !customer.isEmpty() && (touch.getCustomerId().equals(customer) || then.equals(customer));
    return isOwn || isCustomers || touch.getTouchId().equals(order.getClickId());
  }

  /** The customer that a visitor was at a time; empty when nobody known. */
  private static String whose(String visitor, long time, List<IdentityLink> all) {
    Set<String> wrong =
        all.stream()
            .filter(link -> link.getVisitorId().equals(visitor))
            .map(IdentityLink::getRetractedLinkId)
            .collect(Collectors.toSet());
    List<IdentityLink> links =
        all.stream()
            .filter(link -> link.getVisitorId().equals(visitor))
            .filter(link -> link.getKind() != IdentityLinkKind.IDENTITY_LINK_KIND_RETRACT)
            .filter(link -> !wrong.contains(link.getIdentityLinkId()))
            .sorted(BY_TIME_AND_ID)
            .toList();
    // A logout has no customer.
    String customer = links.isEmpty() ? "" : links.get(0).getCustomerId();
    for (IdentityLink link : links) {
      if (link.getEventTime().getSeconds() <= time) {
        customer = link.getCustomerId();
      }
    }
    return customer;
  }

  private static IdentityLink.Builder link(RandomGenerator random, int number) {
    String linkId = "l-" + number;
    String visitor = visitor(random);
    return switch (random.nextInt(5)) {
      case 0 -> IdentityLinks.logout(linkId, visitor, hoursAgo(random));
      case 1 ->
          IdentityLinks.retraction(linkId, visitor, "l-" + random.nextInt(30), hoursAgo(random));
      default -> IdentityLinks.login(linkId, visitor, customer(random), hoursAgo(random));
    };
  }

  private static Touch.Builder touch(RandomGenerator random, int number) {
    Touch.Builder touch =
        Samples.touch("t-" + number)
            .setVisitorId(visitor(random))
            .setEventTime(Samples.time(hoursAgo(random)));
    return random.nextInt(4) == 0 ? touch.setCustomerId(customer(random)) : touch;
  }

  private static Conversion.Builder order(RandomGenerator random, int number) {
    Conversion.Builder order =
        Orders.order("o-" + number)
            .setVisitorId(visitor(random))
            .setConversionTime(Samples.time(hoursAgo(random)));
    if (random.nextInt(6) == 0) {
      order.setClickId("t-" + random.nextInt(30));
    }
    return random.nextBoolean() ? order.setCustomerId(customer(random)) : order;
  }

  private static String visitor(RandomGenerator random) {
    return "device-" + random.nextInt(4);
  }

  private static String customer(RandomGenerator random) {
    return "customer-" + random.nextInt(3);
  }

  private static Instant hoursAgo(RandomGenerator random) {
    return Orders.TIME.minus(Duration.ofHours(random.nextInt(20 * 24)));
  }
}
