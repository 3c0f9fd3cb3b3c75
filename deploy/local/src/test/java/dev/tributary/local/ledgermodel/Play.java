package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.ConversionFact;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.ExplainAttributionRequest;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.attribution.v1.FeedEntry;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.Posting;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sequence of happenings, and the comparison after each of them. */
final class Play {
  /** Orders that arrive before the first step, so that there is something to happen to. */
  private static final int FIRST_ORDERS = 8;

  private final Services services;
  private final Tellers tellers;
  private final Happenings happenings;
  private final Chance chance;
  private final long seed;

  /** What each order was when it was last compared. */
  private final Map<OrderKey, Object> compared = new HashMap<>();

  Play(long seed, Services services) {
    this.seed = seed;
    this.services = services;
    this.chance = new Chance(seed);
    this.tellers = Tellers.of(services);
    this.happenings = new Happenings(chance, tellers);
  }

  /** Furnishes the shop and lets this many things happen. */
  void run(int steps) {
    try {
      RandomShop.furnish(tellers);
      tellers.talk().told().clear();
      for (int i = 0; i < FIRST_ORDERS; i++) {
        letTimePass();
        happenings.arrive();
        var unused = services.atRest();
      }
      for (int i = 0; i < steps; i++) {
        letTimePass();
        happenings.next();
        compare(services.atRest(), i % 10 == 9 || i == steps - 1);
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed %d, after %d steps: %s%n%nWhat was told:%n%s"
              .formatted(seed, told().size(), e.getMessage(), String.join("\n", told())),
          e);
    }
  }

  private void letTimePass() {
    services
        .clock()
        .advance(
            chance.oneIn(12)
                ? Duration.ofDays(chance.between(1, 4))
                : Duration.ofMinutes(chance.between(10, 200)));
    tellers.uses().timePasses(services.tables(), !chance.oneIn(4));
  }

  /** Compares what changed in the model or in the feed, or everything. */
  private void compare(Feed feed, boolean everything) {
    Map<OrderKey, ConversionFact> inFeed = lastFacts(feed);
    for (Fact.Ordered order : tellers.talk().history().orders()) {
      Books books = tellers.talk().history().books(order.key());
      List<String> expected =
          Lines.of(books, tellers.talk().history().uses().overLimit(order.key()));
      assertThat(inFeed).containsKey(order.key());
      Object seen = List.of(expected, inFeed.get(order.key()));
      if (everything || !seen.equals(compared.put(order.key(), seen))) {
        compare(order.key(), books, expected, inFeed.get(order.key()));
      }
    }
    assertThat(inFeed).hasSameSizeAs(tellers.talk().history().orders());
    services.tables().compare(tellers.talk().history().uses().all());
    services.tables().requireWithinLimits(tellers.talk().history().all(Fact.Coded.class));
    new HoldLists(tellers.talk().history()).compare(services.channel(), feed);
    if (everything) {
      tellers.commissions().compareOpen();
      tellers.commissions().compareEarned(feed);
      new Sums(services.channel(), tellers.talk().history(), chance).compare();
    }
  }

  private void compare(
      OrderKey key, Books books, List<String> expected, ConversionFact lastInFeed) {
    ConversionRecord record = read(key);
    ExplainAttributionResponse explained = explain(key);
    assertThat(Lines.of(record, explained.getCandidatesList(), books.decided.fates()))
        .as("order %s", key)
        .isEqualTo(expected);
    assertThat(explained.getAttribution()).isEqualTo(record.getAttribution());
    assertThat(lastInFeed.getAttribution())
        .as("the feed of order %s", key)
        .isEqualTo(record.getAttribution());
    assertThat(record.getPostingsList().stream().mapToLong(Posting::getAmountMinor).sum())
        .as("postings of order %s", key)
        .isEqualTo(books.balance().net());
  }

  /** Each order's last entry; revisions only rise. */
  private static Map<OrderKey, ConversionFact> lastFacts(Feed feed) {
    Map<OrderKey, ConversionFact> last = new HashMap<>();
    for (FeedEntry entry : feed.entries()) {
      if (entry.hasConversion()) {
        ConversionFact fact = entry.getConversion();
        OrderKey key = new OrderKey(fact.getStorefrontId(), fact.getType(), fact.getOrderId());
        ConversionFact before = last.put(key, fact);
        if (before != null) {
          assertThat(fact.getAttribution().getRevision())
              .as("revision of order %s in the feed", key)
              .isGreaterThan(before.getAttribution().getRevision());
        }
      }
    }
    return last;
  }

  private ConversionRecord read(OrderKey key) {
    return ConversionServiceGrpc.newBlockingStub(services.channel())
        .getConversion(
            GetConversionRequest.newBuilder()
                .setStorefrontId(key.storefrontId())
                .setType(key.type())
                .setOrderId(key.orderId())
                .build())
        .getConversion();
  }

  private ExplainAttributionResponse explain(OrderKey key) {
    return ConversionServiceGrpc.newBlockingStub(services.channel())
        .explainAttribution(
            ExplainAttributionRequest.newBuilder()
                .setStorefrontId(key.storefrontId())
                .setType(key.type())
                .setOrderId(key.orderId())
                .build());
  }

  /** What was told. */
  List<String> told() {
    return tellers.talk().told();
  }
}
