package dev.tributary.attribution.settle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.Credit;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.UnattributedReason;
import dev.tributary.runtime.testing.Seeds;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Touches, first payments, renewals and refunds, told in any order, end in the same credits as told
 * as they happened.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ShuffledRenewalsTest {
  private static final int CASES = 5;
  private static final int SUBSCRIPTIONS = 6;
  private static final int RENEWALS = 4;
  private static final List<String> CREATORS = List.of("anna", "bo", "cem");
  private static final Instant BEGIN = Orders.TIME.minus(Duration.ofDays(800));

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
  void renewals_end_in_the_same_credits_in_whatever_order_they_come(long seed) {
    Random random = new Random(seed);
    List<Consumer<Shop>> events = events(random);

    Map<String, Books> inOrder = told(events);
    Collections.shuffle(events, random);
    Map<String, Books> shuffled = told(events);

    assertThat(shuffled).as("seed %d", seed).isEqualTo(inOrder);
    assertThat(inOrder.values().stream().map(Books::reason).distinct().count())
        .as("different fates")
        .isGreaterThan(1);
  }

  private static List<Consumer<Shop>> events(Random random) {
    List<Consumer<Shop>> events = new ArrayList<>();
    for (int subscription = 0; subscription < SUBSCRIPTIONS; subscription++) {
      String id = "s-" + subscription;
      String visitor = "visitor-" + subscription;
      Instant first = BEGIN.plus(Duration.ofHours(random.nextInt(7_200)));
      for (int i = random.nextInt(4); i > 0; i--) {
        String touchId = id + "-t" + i;
        Instant time = first.minus(Duration.ofHours(random.nextInt(24 * 40)));
        String creator = CREATORS.get(random.nextInt(CREATORS.size()));
        events.add(
            shop ->
                shop.touched(
                    Samples.touch(touchId)
                        .setVisitorId(visitor)
                        .setLinkId(creator)
                        .setEventTime(Samples.time(time))));
      }
      boolean isPaid = random.nextInt(5) > 0;
      if (isPaid) {
        Conversion.Builder start =
            Orders.start(id + "-1", id)
                .setVisitorId(visitor)
                .setConversionTime(Samples.time(first));
        if (random.nextInt(3) == 0) {
          start.addCodes(Orders.code("ANNA10"));
        }
        events.add(shop -> shop.record(start));
      }
      for (int sequence = 2; sequence < RENEWALS + 2; sequence++) {
        String orderId = id + "-" + sequence;
        Conversion.Builder renewal =
            Orders.renewal(orderId, id, sequence)
                .setVisitorId(visitor)
                .setConversionTime(
                    Samples.time(first.plus(Duration.ofDays(120L * (sequence - 1)))));
        events.add(shop -> shop.record(renewal));
        if (random.nextBoolean()) {
          long items = 1L + random.nextInt(9_000);
          events.add(
              shop ->
                  shop.refund(
                      Orders.refund(orderId, "r", items)
                          .setType(ConversionType.CONVERSION_TYPE_SUBSCRIPTION_RENEWAL)));
        }
      }
    }
    return events;
  }

  private Map<String, Books> told(List<Consumer<Shop>> events) {
    Shop shop = new Shop(service);
    CREATORS.forEach(
        creator ->
            shop.has(
                Samples.link(creator)
                    .setOwner(Samples.owner(creator))
                    .setUtm(Samples.utm(creator))));
    shop.has(Samples.code("ANNA10"));
    events.forEach(event -> event.accept(shop));
    // First payments are settled before their renewals; a resend tells where they stand by then.
    Map<String, Books> books = new TreeMap<>();
    for (int round = 0; round < 2; round++) {
      for (int subscription = 0; subscription < SUBSCRIPTIONS; subscription++) {
        String id = "s-" + subscription;
        for (int sequence = 2; sequence < RENEWALS + 2; sequence++) {
          String orderId = id + "-" + sequence;
          books.put(
              orderId,
              Books.of(shop.settled(ConversionType.CONVERSION_TYPE_SUBSCRIPTION_RENEWAL, orderId)));
        }
      }
      events.forEach(event -> event.accept(shop));
    }
    return books;
  }

  /**
   * What must not depend on the order of arrival.
   *
   * @param credits who is credited, by what, and for how much
   * @param reason why nobody is
   * @param netByCreator what the postings of each creator add up to, if anything
   */
  private record Books(
      List<Credit> credits, UnattributedReason reason, Map<String, Long> netByCreator) {
    static Books of(ConversionRecord record) {
      Map<String, Long> net = new TreeMap<>();
      for (Posting posting : record.getPostingsList()) {
        net.merge(posting.getOwner().getCreatorId(), posting.getAmountMinor(), Long::sum);
      }
      net.values().removeIf(sum -> sum == 0);
      return new Books(
          record.getAttribution().getCreditsList(),
          record.getAttribution().getUnattributedReason(),
          net);
    }
  }
}
