package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.PurchaseStore;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.Upkeep;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.Money;
import io.opentelemetry.api.metrics.MeterProvider;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Ending holds whose time has come, by sweepers whose clock is ahead of the service's own. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class HoldSweeperTest {
  static final Duration TTL = Duration.ofSeconds(60);
  private static final Duration PERIOD = Duration.ofMillis(10);
  private static final CodeMeters UNMEASURED = new CodeMeters(MeterProvider.noop().get(""));

  final Database database;
  final FeedLog feed = new FeedLog("attribution", FixedClock.at(TestAttribution.NOW.plus(TTL)));
  private final TestAttribution service;
  private final UsesView view;

  HoldSweeperTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
    view = new UsesView(service.database());
    database = Database.open(service.database(), "db/log", "db/follower", "db/attribution");
  }

  @AfterAll
  void stop() {
    database.close();
    view.close();
    service.close();
  }

  @Test
  void holds_end_when_their_time_has_come_and_not_before() {
    Shop shop = shop();
    reserve(shop, "left", TTL);
    reserve(shop, "held", TTL.plusMillis(1));
    reserve(shop, "tried", TTL);
    shop.record(Orders.order("tried").setTest(true));

    sweepAll();

    assertThat(view.states(shop.workspace(), "ANNA10"))
        .containsEntry("left", "EXPIRED 2")
        .containsEntry("tried", "EXPIRED 2")
        .containsEntry("held", "HELD 1");
    assertThat(usage(shop)).isEqualTo(new CodeUsage(0, 1, 0));
  }

  @Test
  void a_hold_that_was_made_after_its_order_was_recorded_is_used_when_its_time_comes() {
    Shop shop = shop();
    shop.record(Orders.order("bought"));
    shop.settled("bought");
    reserve(shop, "bought", TTL);

    sweepAll();

    assertThat(view.state(shop.workspace(), "ANNA10", "bought")).isEqualTo("USED 2");
    assertThat(usage(shop)).isEqualTo(new CodeUsage(1, 0, 0));
  }

  @Test
  void a_hold_of_a_voided_order_expires() {
    Shop shop = shop();
    reserve(shop, "failed", TTL);
    shop.record(Orders.order("failed").setPaymentState(PaymentState.PAYMENT_STATE_VOIDED));
    shop.settled("failed");

    sweepAll();

    assertThat(view.state(shop.workspace(), "ANNA10", "failed")).isEqualTo("EXPIRED 2");
  }

  @Test
  void a_transaction_ends_only_so_many_holds() {
    Shop shop = shop();
    for (int i = 0; i < 260; i++) {
      reserve(shop, "order-" + i, TTL);
    }

    assertThat(sweeper(new PurchaseStore()).sweep()).isEqualTo(250);
    assertThat(sweeper(new PurchaseStore()).sweep()).isEqualTo(10);
    assertThat(usage(shop).held()).isZero();
  }

  @Test
  void a_sweeper_goes_on_after_a_fault() {
    Shop shop = shop();
    reserve(shop, "left", TTL);
    AtomicInteger asked = new AtomicInteger();

    try (Upkeep sweeper = start(new FailingOnce(asked))) {
      assertThat(sweeper).isNotNull();
      awaitNothingHeld(shop);
    }

    assertThat(asked).hasValue(2);
    assertThat(view.state(shop.workspace(), "ANNA10", "left")).isEqualTo("EXPIRED 2");
  }

  @Test
  void two_sweepers_end_each_hold_once() {
    Shop shop = shop();
    for (int i = 0; i < 40; i++) {
      reserve(shop, "order-" + i, TTL);
    }

    try (Upkeep one = start(new PurchaseStore());
        Upkeep other = start(new PurchaseStore())) {
      assertThat(one).isNotEqualTo(other);
      awaitNothingHeld(shop);
    }

    assertThat(view.states(shop.workspace(), "ANNA10").values()).containsOnly("EXPIRED 2");
    assertThat(usage(shop)).isEqualTo(new CodeUsage(0, 0, 0));
  }

  Shop shop() {
    return new Shop(service).has(Samples.code("ANNA10"));
  }

  HoldSweeper sweeper(RecordedOrders orders) {
    return new HoldSweeper(
        database, feed, orders, UNMEASURED, FixedClock.at(TestAttribution.NOW.plus(TTL)));
  }

  void reserve(Shop shop, String orderKey, Duration ttl) {
    assertThat(
            shop.reserve(
                    ReservePromoCodeRequest.newBuilder()
                        .setCode("anna10")
                        .setOrderKey(orderKey)
                        .setAmount(eur(1_000))
                        .setDiscount(eur(100))
                        .setTtl(ProtoTimes.toProto(ttl)))
                .getReserved())
        .isTrue();
  }

  CodeUsage usage(Shop shop) {
    return view.usage(shop.workspace(), "ANNA10");
  }

  private Upkeep start(RecordedOrders orders) {
    return HoldSweeper.start(
        database, feed, orders, UNMEASURED, FixedClock.at(TestAttribution.NOW.plus(TTL)), PERIOD);
  }

  private void sweepAll() {
    HoldSweeper sweeper = sweeper(new PurchaseStore());
    int ended = sweeper.sweep();
    while (ended > 0) {
      ended = sweeper.sweep();
    }
  }

  private void awaitNothingHeld(Shop shop) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (usage(shop).held() > 0) {
      assertThat(System.nanoTime()).as("held too long").isLessThan(deadline);
    }
  }

  private static Money eur(long minor) {
    return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(minor).build();
  }

  /** The orders of a database that cannot be read the first time. */
  private record FailingOnce(AtomicInteger asked) implements RecordedOrders {
    @Override
    public Map<OrderRef, Optional<PersonKey>> counting(
        Handle handle, String workspace, Collection<OrderRef> orders) {
      if (asked.incrementAndGet() == 1) {
        throw new IllegalStateException("the database is away");
      }
      return new PurchaseStore().counting(handle, workspace, orders);
    }

    @Override
    public Set<Buyer> withAnotherOrder(Handle handle, String workspace, Collection<Buyer> buyers) {
      return Set.of();
    }

    @Override
    public Set<Buyer> withEarlierOrder(Handle handle, String workspace, Collection<Buyer> buyers) {
      return Set.of();
    }
  }
}
