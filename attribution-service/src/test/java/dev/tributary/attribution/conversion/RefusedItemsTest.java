package dev.tributary.attribution.conversion;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.amendment;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.AmendmentResult;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.runtime.testing.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Why an order or a change of it is refused, each reason that is about what it says once. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RefusedItemsTest {
  private final TestAttribution service;

  RefusedItemsTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  @Names("ErrorReason.OUT_OF_RANGE")
  void an_amount_below_zero_is_out_of_range() {
    assertThat(status(order("o-1", 0))).isEqualTo("RECORDED");
    assertThat(status(order("o-1", -1))).isEqualTo("OUT_OF_RANGE components.items_minor");
    assertThat(status(order("o-1").addCodes(code("A", -1))))
        .isEqualTo("OUT_OF_RANGE codes[0].discount_minor");
  }

  @Test
  @Names("ErrorReason.CURRENCY_UNKNOWN")
  void a_currency_that_there_is_not_is_refused() {
    assertThat(status(order("o-1").setCurrencyCode("XYZ")))
        .isEqualTo("CURRENCY_UNKNOWN currency_code");
  }

  @Test
  @Names("ErrorReason.CURRENCY_MISMATCH")
  void a_change_in_another_currency_than_its_order_is_refused() {
    Shop shop = new Shop(service);
    shop.record(order("o-1"));

    assertThat(Orders.refundStatuses(shop.refund(refund("o-1", "r-1", 100).setCurrencyCode("USD"))))
        .containsExactly("CURRENCY_MISMATCH currency_code");
    assertThat(
            shop.amend(amendment("o-1", "a-1", -100).setCurrencyCode("USD")).stream()
                .map(AmendmentResult::getVerdict)
                .map(Samples::status))
        .containsExactly("CURRENCY_MISMATCH currency_code");
  }

  @Test
  @Names("ErrorReason.FUTURE_TIME")
  void an_order_of_more_than_five_minutes_ahead_is_refused() {
    assertThat(status(order("o-1").setConversionTime(time(TestAttribution.NOW.plusSeconds(300)))))
        .isEqualTo("RECORDED");
    assertThat(status(order("o-1").setConversionTime(time(TestAttribution.NOW.plusSeconds(301)))))
        .isEqualTo("FUTURE_TIME conversion_time");
  }

  @Test
  @Names("ErrorReason.TIME_ORDER")
  void a_checkout_that_begins_after_its_order_is_refused() {
    assertThat(status(order("o-1").setCheckoutStartTime(time(Orders.TIME)))).isEqualTo("RECORDED");
    assertThat(status(order("o-1").setCheckoutStartTime(time(Orders.TIME.plusSeconds(1)))))
        .isEqualTo("TIME_ORDER checkout_start_time");
  }

  /** What becomes of an order in a shop of its own. */
  private String status(Conversion.Builder order) {
    return Shop.statuses(new Shop(service).record(order)).get(0);
  }
}
