package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.attribution.AttributionApp;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.CodeCreditSums;
import dev.tributary.attribution.conversion.Evidences;
import dev.tributary.attribution.conversion.HeldOrders;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Paths;
import dev.tributary.attribution.conversion.Reattributions;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.hold.HoldDesk;
import dev.tributary.attribution.hold.Holds;
import dev.tributary.attribution.hold.RotationHolds;
import dev.tributary.attribution.identity.Identities;
import dev.tributary.attribution.link.Links;
import dev.tributary.attribution.touch.Touches;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.HoldServiceGrpc;
import dev.tributary.attribution.v1.HoldState;
import dev.tributary.attribution.v1.ListHoldsRequest;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.RotatePromoCodesRequest;
import dev.tributary.attribution.v1.RotatePromoCodesResponse;
import dev.tributary.attribution.v1.RotatedUses;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Processes that die while they rotate, on the database of one that goes on. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class BrokenRotationTest {
  /** More than one transaction's worth. */
  private static final int ORDERS = 250;

  /** Orders in one transaction. */
  private static final int GROUP = 200;

  private final TestAttribution service;
  private final Database database;
  private final FeedLog log;

  BrokenRotationTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
    database = Database.open(service.database(), "db/log", "db/follower", "db/attribution");
    log = new FeedLog(AttributionApp.FEED, service.clock());
  }

  @AfterAll
  void stop() {
    database.close();
    service.close();
  }

  @Test
  void what_a_process_that_died_between_groups_left_undone_is_held_by_a_resend() throws Rejected {
    finishes(RotatedUses.ROTATED_USES_HOLD, 1, GROUP, HoldState.HOLD_STATE_HELD);
  }

  @Test
  void what_a_process_that_died_between_groups_left_undone_is_rejected_by_a_resend()
      throws Rejected {
    finishes(RotatedUses.ROTATED_USES_REJECT, 1, GROUP, HoldState.HOLD_STATE_REJECTED);
  }

  @Test
  void a_process_that_died_before_it_said_that_all_is_done_has_done_it() throws Rejected {
    finishes(RotatedUses.ROTATED_USES_HOLD, 2, ORDERS, HoldState.HOLD_STATE_HELD);
  }

  @Test
  void codes_that_were_replaced_before_anything_was_held_are_held_by_a_resend() throws Rejected {
    Shop shop = leaked();
    RotatePromoCodesRequest command = RotatedShops.rotation(RotatedUses.ROTATED_USES_HOLD).build();
    var dying = rotations(Integer.MAX_VALUE, this::die);

    assertThatThrownBy(() -> dying.rotate(shop.workspace(), CodeRotationProtos.parse(command)))
        .hasMessage("died");

    assertThat(holds(shop)).isEmpty();
    assertThat(resent(shop, command).getOutcome().getOrderCount()).isEqualTo(ORDERS);
    assertThat(holds(shop)).hasSize(ORDERS);
  }

  private void finishes(RotatedUses uses, int groups, int done, HoldState state) throws Rejected {
    Shop shop = leaked();
    RotatePromoCodesRequest command = RotatedShops.rotation(uses).build();
    dev.tributary.attribution.promocode.CodeRotation rotation = CodeRotationProtos.parse(command);
    CodeRotations dying = rotations(groups, () -> {});

    assertThatThrownBy(() -> dying.rotate(shop.workspace(), rotation)).hasMessage("died");

    List<OrderHold> left = holds(shop);
    assertThat(left).hasSize(done).allMatch(hold -> hold.getState() == state);
    RotatePromoCodesResponse told = resent(shop, command.toBuilder().setValidateOnly(true).build());
    assertThat(told.getOutcome().getOrderCount()).isEqualTo(ORDERS);
    assertThat(holds(shop)).isEqualTo(left);
    RotatePromoCodesResponse finished = resent(shop, command);
    assertThat(finished.getOutcome()).isEqualTo(told.getOutcome());
    assertThat(finished.getOutcome().getHoldCount()).isEqualTo(ORDERS);
    assertThat(finished.getOutcome().getCredits(0).getNetMinor()).isEqualTo(ORDERS * 100L);
    assertThat(holds(shop)).hasSize(ORDERS).allMatch(hold -> hold.getState() == state);
    assertThat(holds(shop)).containsAll(left);
    assertThat(resent(shop, command).getOutcome()).isEqualTo(finished.getOutcome());
    assertThat(holds(shop)).hasSize(ORDERS);
  }

  /** Rotations of a process that dies after so many groups of orders. */
  private CodeRotations rotations(int groups, Runnable replaced) {
    AtomicInteger written = new AtomicInteger();
    HeldOrders orders =
        new HeldOrders(
            new Reattributions(
                new Evidences(
                    new PromoCodes(database),
                    new Paths(new Identities(), new Touches(), new Links(database)))));
    HoldDesk desk =
        new HoldDesk(
            database,
            log,
            orders,
            new Holds(orders),
            () -> {
              if (written.incrementAndGet() == groups) {
                die();
              }
            },
            service.clock());
    return new CodeRotations(
        database, log, new CodeCreditSums(), new RotationHolds(desk), service.clock(), replaced);
  }

  private void die() {
    throw new IllegalStateException("died");
  }

  private Shop leaked() {
    Shop shop = new Shop(service).has(code("ANNA10"));
    assertThat(
            shop.record(
                IntStream.range(0, ORDERS)
                    .mapToObj(i -> order("o-" + i, 100).addCodes(Orders.code("ANNA10")))
                    .toArray(Conversion.Builder[]::new)))
        .noneMatch(result -> result.getVerdict().hasRejection());
    return shop;
  }

  private RotatePromoCodesResponse resent(Shop shop, RotatePromoCodesRequest command) {
    return PromoCodeServiceGrpc.newBlockingStub(service.channel(shop.workspace()))
        .rotatePromoCodes(command);
  }

  private List<OrderHold> holds(Shop shop) {
    return HoldServiceGrpc.newBlockingStub(service.channel(shop.workspace()))
        .listHolds(ListHoldsRequest.newBuilder().setPageSize(1_000).build())
        .getHoldsList();
  }
}
