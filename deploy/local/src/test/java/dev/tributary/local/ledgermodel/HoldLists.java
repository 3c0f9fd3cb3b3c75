package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.ConversionFact;
import dev.tributary.attribution.v1.FeedEntry;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.HoldServiceGrpc;
import dev.tributary.attribution.v1.ListHoldsRequest;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.OrderHoldState;
import io.grpc.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All holds of all orders: as listed, and as the feed tells them. */
final class HoldLists {
  private final History history;

  HoldLists(History history) {
    this.history = history;
  }

  void compare(Channel channel, Feed feed) {
    List<OrderHold> expected = new ArrayList<>();
    Map<OrderKey, OrderHoldState> states = new HashMap<>();
    for (Fact.Ordered order : history.orders()) {
      Books books = history.books(order.key());
      for (OrderHold hold : books.holding.all()) {
        expected.add(
            hold.toBuilder()
                .setCurrencyCode(order.order().getCurrencyCode())
                .setNetMinor(books.balance().net())
                .build());
      }
      states.put(order.key(), books.holding.state());
    }
    expected.sort(
        Comparator.comparing((OrderHold hold) -> Moments.of(hold.getConversionTime()))
            .thenComparing(hold -> hold.getKey().getStorefrontId())
            .thenComparing(hold -> hold.getKey().getType().name())
            .thenComparing(hold -> hold.getKey().getOrderId())
            .thenComparing(hold -> hold.getKey().getHoldNo()));
    List<OrderHold> listed =
        HoldServiceGrpc.newBlockingStub(channel)
            .listHolds(ListHoldsRequest.newBuilder().setPageSize(1_000).build())
            .getHoldsList();
    assertThat(listed.stream().map(Holding::withoutWords).toList()).as("holds").isEqualTo(expected);
    listed.forEach(hold -> assertThat(hold.getEvidence().getSummary()).isNotEmpty());
    compareFeed(feed, listed, states);
  }

  /** The last entry of each hold is what is listed, and that of each order tells its state. */
  private static void compareFeed(
      Feed feed, List<OrderHold> listed, Map<OrderKey, OrderHoldState> states) {
    Map<HoldKey, OrderHold> holds = new HashMap<>();
    Map<OrderKey, OrderHoldState> last = new HashMap<>();
    for (FeedEntry entry : feed.entries()) {
      if (entry.hasOrderHold()) {
        HoldKey key = entry.getOrderHold().getHold().getKey();
        holds.put(key, entry.getOrderHold().getHold());
        last.put(
            new OrderKey(key.getStorefrontId(), key.getType(), key.getOrderId()),
            entry.getOrderHold().getOrderHoldState());
      } else if (entry.hasConversion()) {
        ConversionFact fact = entry.getConversion();
        last.put(
            new OrderKey(fact.getStorefrontId(), fact.getType(), fact.getOrderId()),
            fact.getHoldState());
      }
    }
    assertThat(holds.values())
        .as("holds in the feed")
        .containsExactlyInAnyOrderElementsOf(
            listed.stream()
                .map(hold -> hold.toBuilder().clearCurrencyCode().clearNetMinor().build())
                .toList());
    assertThat(last).as("states in the feed").isEqualTo(states);
  }
}
