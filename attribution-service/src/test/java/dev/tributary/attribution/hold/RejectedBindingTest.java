package dev.tributary.attribution.hold;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.TIME;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.hold.HoldCalls.place;
import static dev.tributary.attribution.hold.HoldCalls.resolve;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.CodeCreditScope;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Orders that bind their customers to a code, and of which a hold is rejected. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RejectedBindingTest {
  private final TestAttribution service;

  RejectedBindingTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void a_rejected_order_binds_nobody_until_that_is_taken_back_and_orders_that_it_bound_keep_that() {
    Shop shop =
        new Shop(service)
            .has(
                Samples.code("ANNA10")
                    .setCreditScope(CodeCreditScope.CODE_CREDIT_SCOPE_THIS_AND_FUTURE));
    HoldCalls holds = new HoldCalls(service, shop);
    shop.record(byEva("first", 40).addCodes(code("ANNA10")));
    shop.record(byEva("before", 2));
    holds.stub().placeHolds(place("b-1", "first").build());
    shop.record(byEva("held", 1));
    holds
        .stub()
        .resolveHolds(resolve(HoldResolution.HOLD_RESOLUTION_REJECT, "b-2", "first").build());

    shop.record(byEva("after", 0));

    assertThat(creatorOf(shop, "before")).isEqualTo("anna");
    assertThat(creatorOf(shop, "held")).isEqualTo("anna");
    assertThat(creatorOf(shop, "after")).isEmpty();

    holds
        .stub()
        .resolveHolds(resolve(HoldResolution.HOLD_RESOLUTION_RESTORE, "b-3", "first").build());
    shop.record(byEva("restored", 0));

    assertThat(creatorOf(shop, "restored")).isEqualTo("anna");
  }

  private static Conversion.Builder byEva(String orderId, int daysAgo) {
    return order(orderId)
        .clearVisitorId()
        .setCustomerId("eva")
        .setConversionTime(time(TIME.minus(Duration.ofDays(daysAgo))));
  }

  private static String creatorOf(Shop shop, String orderId) {
    return shop.settled(orderId).getAttribution().getCredits(0).getOwner().getCreatorId();
  }
}
