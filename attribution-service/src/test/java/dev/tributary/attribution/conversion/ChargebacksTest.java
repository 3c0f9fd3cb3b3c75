package dev.tributary.attribution.conversion;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.RefundRecord;
import dev.tributary.attribution.v1.RefundState;
import dev.tributary.runtime.testing.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Chargebacks, and what becomes of them when the bank decides for the shop. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ChargebacksTest {
  private final TestAttribution service;

  ChargebacksTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  void a_reversal_gives_back_what_the_chargeback_took_at_its_own_time() {
    Shop shop = shop();
    shop.record(sale("o-1"));
    shop.refund(chargeback("o-1", "cb-1", 4_000));
    assertThat(netOf(shop.read("o-1"))).isEqualTo(6_000);

    assertThat(shop.refund(reversal("o-1", "rv-1", "cb-1")).get(0).getState())
        .isEqualTo(RefundState.REFUND_STATE_APPLIED);

    ConversionRecord record = shop.read("o-1");
    assertThat(netOf(record)).isEqualTo(10_000);
    assertThat(record.getRefundsList())
        .extracting(RefundRecord::getState)
        .containsExactly(RefundState.REFUND_STATE_REVERSED, RefundState.REFUND_STATE_APPLIED);
    assertThat(record.getPostings(2))
        .returns(4_000L, Posting::getAmountMinor)
        .returns("cb-1", Posting::getRefundId)
        .returns(Samples.time(Orders.TIME.plusSeconds(900)), Posting::getEffectiveTime);
  }

  @Test
  void a_refund_that_was_held_because_of_the_chargeback_is_applied_after_its_reversal() {
    Shop shop = shop();
    shop.record(sale("o-1"));
    shop.refund(chargeback("o-1", "cb-1", 10_000));
    assertThat(shop.refund(refund("o-1", "r-1", 2_500)).get(0).getState())
        .isEqualTo(RefundState.REFUND_STATE_HELD_EXCESS);

    shop.refund(reversal("o-1", "rv-1", "cb-1"));

    assertThat(netOf(shop.read("o-1"))).isEqualTo(7_500);
    assertThat(shop.read("o-1").getRefunds(1).getState())
        .isEqualTo(RefundState.REFUND_STATE_APPLIED);
  }

  @Test
  void both_wait_for_an_order_that_has_not_come() {
    Shop shop = shop();
    shop.refund(chargeback("o-1", "cb-1", 4_000));
    assertThat(shop.refund(reversal("o-1", "rv-1", "cb-1")).get(0).getState())
        .isEqualTo(RefundState.REFUND_STATE_HELD);

    shop.record(sale("o-1"));

    assertThat(netOf(shop.read("o-1"))).isEqualTo(10_000);
    assertThat(shop.read("o-1").getRefunds(0).getState())
        .isEqualTo(RefundState.REFUND_STATE_REVERSED);
  }

  @Test
  void a_late_touch_moves_what_is_left_after_a_reversal() {
    Shop shop = shop();
    shop.record(order("o-1"));
    shop.refund(chargeback("o-1", "cb-1", 4_000), refund("o-1", "r-1", 1_000));
    shop.refund(reversal("o-1", "rv-1", "cb-1"));
    shop.touched(Samples.touch("late"));

    ConversionRecord record = shop.settled("o-1");

    assertThat(record.getAttribution().getCredits(0).getOwner()).isEqualTo(ANNA);
    assertThat(netOf(record)).isEqualTo(9_000);
  }

  @Test
  void what_is_no_open_chargeback_cannot_be_reversed() {
    Shop shop = shop();
    shop.record(sale("o-1"));
    shop.refund(chargeback("o-1", "cb-1", 4_000), refund("o-1", "r-1", 1_000));
    shop.refund(reversal("o-1", "rv-1", "cb-1"));

    assertThat(
            Orders.refundStatuses(
                shop.refund(
                    reversal("o-1", "rv-1", "cb-1"),
                    reversal("o-1", "rv-2", "cb-1"),
                    reversal("o-1", "rv-3", "r-1"),
                    reversal("o-1", "rv-4", "nothing"),
                    reversal("o-1", "rv-5", ""),
                    refund("o-1", "r-2", 100).setReversedRefundId("cb-1"))))
        .containsExactly(
            "ALREADY_RECORDED",
            "OUT_OF_RANGE reversed_refund_id",
            "OUT_OF_RANGE reversed_refund_id",
            "RECORDED",
            "FIELD_MISSING reversed_refund_id",
            "FIELD_MALFORMED reversed_refund_id");
  }

  private Shop shop() {
    return new Shop(service).has(code("ANNA10")).has(Samples.link("anna-bio"));
  }

  private static dev.tributary.attribution.v1.Conversion.Builder sale(String orderId) {
    return order(orderId).addCodes(Orders.code("ANNA10"));
  }

  private static Refund.Builder chargeback(String orderId, String refundId, long itemsMinor) {
    return refund(orderId, refundId, itemsMinor).setKind(RefundKind.REFUND_KIND_CHARGEBACK);
  }

  private static Refund.Builder reversal(String orderId, String refundId, String chargebackId) {
    return refund(orderId, refundId, 0)
        .clearComponents()
        .setKind(RefundKind.REFUND_KIND_CHARGEBACK_REVERSAL)
        .setReversedRefundId(chargebackId)
        .setRefundTime(Samples.time(Orders.TIME.plusSeconds(900)));
  }

  private static long netOf(ConversionRecord record) {
    return record.getPostingsList().stream().mapToLong(Posting::getAmountMinor).sum();
  }
}
