package dev.tributary.attribution.hold;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.hold.HoldCalls.place;
import static dev.tributary.attribution.hold.HoldCalls.resolve;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.HoldOutcome;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.TimeRange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Shops whose orders are held, through the whole service. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ShopsWithHolds {
  static final TimeRange ALL =
      TimeRange.newBuilder()
          .setStartTime(time(Orders.TIME.minusSeconds(86_400)))
          .setEndTime(time(Orders.TIME.plusSeconds(86_400)))
          .build();

  final TestAttribution service;

  ShopsWithHolds(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterEach
  void resetClock() {
    service.clock().set(TestAttribution.NOW);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  static void rejected(HoldCalls holds, String name, HoldKey order) {
    var placed = holds.stub().placeHolds(place("place-" + name).addOrders(order).build());
    var done =
        holds
            .stub()
            .resolveHolds(
                resolve(HoldResolution.HOLD_RESOLUTION_REJECT, "reject-" + name)
                    .addHolds(order)
                    .build());
    assertThat(done.getOutcome().getOrderCount()).isEqualTo(placed.getOutcome().getOrderCount());
  }

  static HoldOutcome reject(HoldCalls holds, String batchId, String orderId) {
    return holds
        .stub()
        .resolveHolds(resolve(HoldResolution.HOLD_RESOLUTION_REJECT, batchId, orderId).build())
        .getOutcome();
  }

  static String creditOf(ConversionRecord record) {
    return record.getAttribution().getCredits(0).getOwner().getCreatorId();
  }

  Shop shop() {
    return new Shop(service)
        .has(Samples.code("ANNA10").setOwner(ANNA), Samples.code("BO10").setOwner(BO))
        .has(link("anna-bio"));
  }
}
