package dev.tributary.attribution.conversion;

import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.ConversionNote;
import dev.tributary.attribution.v1.ConversionNoteKind;
import dev.tributary.attribution.v1.HeldReason;
import dev.tributary.attribution.v1.HeldRefund;
import dev.tributary.attribution.v1.ListHeldRefundsRequest;
import dev.tributary.attribution.v1.ListHeldRefundsResponse;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.RefundRecord;
import dev.tributary.attribution.v1.RefundState;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Refunds that wait, and the list of them. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class HeldRefundsTest {
  private final TestAttribution service;

  HeldRefundsTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  @Names("HeldReason.ORDER_UNKNOWN")
  void a_refund_of_an_order_that_was_never_recorded_waits_for_it() {
    Shop shop = shop();
    shop.refund(refund("unknown", "early", 100));

    assertThat(held(shop)).containsExactly(tuple("early", HeldReason.HELD_REASON_ORDER_UNKNOWN));
  }

  @Test
  @Names("HeldReason.CHARGEBACK_UNKNOWN")
  void a_reversal_of_a_chargeback_that_was_never_recorded_waits_for_it() {
    Shop shop = shop();
    shop.record(order("o-1"));
    shop.refund(reversal("o-1", "waiting", "cb-1"));

    assertThat(held(shop))
        .containsExactly(tuple("waiting", HeldReason.HELD_REASON_CHARGEBACK_UNKNOWN));
  }

  @Test
  @Names({"HeldReason.DOES_NOT_FIT", "ConversionNoteKind.HELD_DOES_NOT_FIT"})
  void a_refund_that_came_first_and_does_not_fit_its_order_stays_held_and_is_noted() {
    Shop shop = shop();
    shop.refund(refund("o-1", "dollars", 100).setCurrencyCode("USD"));
    shop.record(order("o-1"));

    assertThat(held(shop)).containsExactly(tuple("dollars", HeldReason.HELD_REASON_DOES_NOT_FIT));
    assertThat(shop.read("o-1").getNotesList())
        .extracting(ConversionNote::getKind)
        .containsExactly(ConversionNoteKind.CONVERSION_NOTE_KIND_HELD_DOES_NOT_FIT);
  }

  @Test
  @Names("HeldReason.EXCESS")
  void what_is_refunded_beyond_what_is_left_stays_held() {
    Shop shop = shop();
    shop.record(order("o-1"));
    shop.refund(refund("o-1", "applied", 100), refund("o-1", "excess", 20_000));

    assertThat(held(shop)).containsExactly(tuple("excess", HeldReason.HELD_REASON_EXCESS));
  }

  @Test
  void the_list_may_be_asked_for_one_reason() {
    Shop shop = shop();
    shop.record(order("o-1"));
    shop.refund(
        refund("o-1", "applied", 100),
        refund("o-1", "excess", 20_000),
        refund("unknown", "early", 100));

    assertThat(
            list(shop, ListHeldRefundsRequest.newBuilder().setReason(HeldReason.HELD_REASON_EXCESS))
                .getRefundsList())
        .extracting(HeldRefund::getRefund)
        .singleElement()
        .returns("excess", record -> record.getRefund().getRefundId())
        .returns(9_900L, RefundRecord::getAppliedMinor)
        .returns(10_100L, RefundRecord::getExcessMinor);
  }

  @Test
  void what_takes_effect_leaves_the_list() {
    Shop shop = shop();
    shop.refund(refund("o-1", "early", 100));
    shop.record(order("o-1"));

    assertThat(list(shop, ListHeldRefundsRequest.newBuilder()).getRefundsList()).isEmpty();
  }

  @Test
  void pages_hold_every_refund_once() {
    Shop shop = shop();
    for (int i = 0; i < 7; i++) {
      shop.refund(refund("unknown-" + i, "r-" + i, 100));
    }
    List<String> found = new ArrayList<>();
    String token = "";
    do {
      ListHeldRefundsResponse page =
          list(shop, ListHeldRefundsRequest.newBuilder().setPageSize(3).setPageToken(token));
      page.getRefundsList().forEach(held -> found.add(held.getRefund().getRefund().getRefundId()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(found).containsExactly("r-0", "r-1", "r-2", "r-3", "r-4", "r-5", "r-6");
  }

  @Test
  void a_reversal_that_comes_before_its_chargeback_is_held_and_applied_with_it() {
    Shop shop = shop();
    shop.record(order("o-1"));
    assertThat(shop.refund(reversal("o-1", "rv-1", "cb-1")).get(0).getState())
        .isEqualTo(RefundState.REFUND_STATE_HELD);
    assertThat(shop.read("o-1").getAttribution().getRevision()).isEqualTo(1);

    shop.refund(chargeback("o-1", "cb-1", 4_000));

    assertThat(shop.read("o-1").getRefundsList())
        .extracting(RefundRecord::getState)
        .containsExactly(RefundState.REFUND_STATE_APPLIED, RefundState.REFUND_STATE_REVERSED);
    assertThat(shop.read("o-1").getPostingsList())
        .extracting(Posting::getAmountMinor, Posting::getEffectiveTime)
        .containsExactlyElementsOf(inOrder());
  }

  @Test
  void two_reversals_cannot_wait_for_one_chargeback_nor_one_for_what_is_no_chargeback() {
    Shop shop = shop();
    shop.record(order("o-1"));
    shop.refund(refund("o-1", "r-1", 100));

    assertThat(
            Orders.refundStatuses(
                shop.refund(
                    reversal("o-1", "rv-1", "cb-1"),
                    reversal("o-1", "rv-2", "cb-1"),
                    reversal("o-1", "rv-3", "r-1"))))
        .containsExactly(
            "RECORDED", "OUT_OF_RANGE reversed_refund_id", "OUT_OF_RANGE reversed_refund_id");
  }

  @Test
  void a_reversal_before_its_chargeback_and_its_order_ends_in_the_same_books() {
    Shop shop = shop();
    shop.refund(reversal("o-1", "rv-1", "cb-1"));
    shop.refund(chargeback("o-1", "cb-1", 4_000));
    shop.record(order("o-1"));

    assertThat(shop.read("o-1").getNotesList()).isEmpty();
    assertThat(shop.read("o-1").getPostingsList())
        .extracting(Posting::getAmountMinor, Posting::getEffectiveTime)
        .containsExactlyElementsOf(inOrder());
  }

  /** The postings of an order whose chargeback came before its reversal. */
  private List<Tuple> inOrder() {
    Shop shop = shop();
    shop.record(order("o-1"));
    shop.refund(chargeback("o-1", "cb-1", 4_000));
    shop.refund(reversal("o-1", "rv-1", "cb-1"));
    return shop.read("o-1").getPostingsList().stream()
        .map(posting -> tuple(posting.getAmountMinor(), posting.getEffectiveTime()))
        .toList();
  }

  private Shop shop() {
    return new Shop(service).has(Samples.link("anna-bio"));
  }

  /** What waits, by refund and reason. */
  private static List<Tuple> held(Shop shop) {
    return list(shop, ListHeldRefundsRequest.newBuilder()).getRefundsList().stream()
        .map(held -> tuple(held.getRefund().getRefund().getRefundId(), held.getReason()))
        .toList();
  }

  private static ListHeldRefundsResponse list(Shop shop, ListHeldRefundsRequest.Builder request) {
    return shop.conversions().listHeldRefunds(request.build());
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
}
