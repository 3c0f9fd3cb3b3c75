package dev.tributary.attribution.settle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.FeedEntry;
import dev.tributary.attribution.v1.FeedServiceGrpc;
import dev.tributary.attribution.v1.FollowRequest;
import dev.tributary.attribution.v1.FollowResponse;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.testing.TestDatabases;
import io.grpc.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A settler that is stopped at any moment goes on where it was, neither leaving out nor twice. */
class RestartTest {
  private static final int ORDERS = 30;

  @ParameterizedTest
  @EnumSource
  void every_order_is_settled_exactly_once_and_the_feed_has_no_gap(TestDatabases kind) {
    var database = kind.fresh();
    String workspace = TestAttribution.newWorkspace();
    try (TestAttribution service = TestAttribution.startOn(database)) {
      Shop shop = new Shop(service, workspace).has(Samples.link("anna-bio"));
      for (int i = 0; i < ORDERS; i++) {
        shop.record(Orders.order("o-" + i).setVisitorId("visitor-" + i));
      }
    }
    // Stopped right after the touches were acknowledged, with more or less of them settled.
    for (int first = 0; first < ORDERS; first += 15) {
      try (TestAttribution service = TestAttribution.startOn(database)) {
        Shop shop = new Shop(service, workspace);
        for (int i = first; i < first + 15; i++) {
          shop.touched(Samples.touch("t-" + i).setVisitorId("visitor-" + i));
        }
      }
    }
    try (TestAttribution service = TestAttribution.startOn(database)) {
      List<FeedEntry> feed = feed(service);
      Shop shop = new Shop(service, workspace);
      Positions written = positions(feed, shop);
      for (int i = 0; i < ORDERS; i++) {
        ConversionRecord record = shop.settled("o-" + i, written);
        assertThat(record.getAttribution().getRevision()).isEqualTo(2);
        assertThat(record.getPostingsCount()).isEqualTo(3);
      }
      assertGapless(feed(service));
    }
  }

  /** Where the feed stands, as a touch written now says it. */
  private static Positions positions(List<FeedEntry> feed, Shop shop) {
    Map<Integer, Long> last = new HashMap<>();
    feed.forEach(entry -> last.put(entry.getShard(), entry.getSequence()));
    return shop.touched(Samples.touch("last").setVisitorId("nobody")).written().with(last);
  }

  private static void assertGapless(List<FeedEntry> feed) {
    Map<Integer, Long> last = new HashMap<>();
    for (FeedEntry entry : feed) {
      assertThat(entry.getSequence()).isEqualTo(last.getOrDefault(entry.getShard(), 0L) + 1);
      last.put(entry.getShard(), entry.getSequence());
    }
    assertThat(feed.stream().filter(FeedEntry::hasConversion)).hasSize(2 * ORDERS);
  }

  /** Everything in the feed up to its head. */
  private static List<FeedEntry> feed(TestAttribution service) {
    List<FeedEntry> entries = new ArrayList<>();
    try (Context.CancellableContext call = Context.current().withCancellation()) {
      call.run(
          () -> {
            Iterator<FollowResponse> pages =
                FeedServiceGrpc.newBlockingStub(service.channel("follower", Scope.FEED))
                    .follow(FollowRequest.getDefaultInstance());
            boolean behind = true;
            while (behind) {
              FollowResponse page = pages.next();
              entries.addAll(page.getEntriesList());
              Positions cursor = Positions.decode(page.getNextCursor());
              behind = !cursor.covers(Positions.decode(page.getHeadPosition()));
            }
          });
    }
    return entries;
  }
}
