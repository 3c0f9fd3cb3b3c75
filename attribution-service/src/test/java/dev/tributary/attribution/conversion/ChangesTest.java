package dev.tributary.attribution.conversion;

import static dev.tributary.attribution.Samples.status;
import static dev.tributary.attribution.conversion.Orders.amendment;
import static dev.tributary.attribution.conversion.Orders.cancellation;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static dev.tributary.attribution.conversion.Orders.signUp;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.AmendmentResult;
import dev.tributary.attribution.v1.ComponentChanges;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.Credit;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.PostingKind;
import dev.tributary.attribution.v1.RecordAmendmentsRequest;
import dev.tributary.attribution.v1.RecordRefundsRequest;
import dev.tributary.attribution.v1.RecordRefundsResponse;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.RefundRecord;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.attribution.v1.RefundState;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Refunds and amendments, before and after the order they belong to. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ChangesTest {
  private final TestAttribution service;

  ChangesTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  void a_full_refund_leaves_exactly_nothing_for_anyone() {
    Shop shop = shop().has(Samples.code("A"), Samples.code("B").setOwner(Samples.BO));
    shop.record(order("o-1").addCodes(code("A", 2)).addCodes(code("B", 1)));

    List<RefundResult> results =
        shop.refund(refund("o-1", "r1", 3_333), refund("o-1", "r2", 6_667));

    assertThat(results)
        .extracting(RefundResult::getState, RefundResult::getAppliedMinor)
        .containsExactly(
            tuple(RefundState.REFUND_STATE_APPLIED, 3_333L),
            tuple(RefundState.REFUND_STATE_APPLIED, 6_667L));
    ConversionRecord record = shop.read("o-1");
    assertThat(record.getAttribution().getCreditsList())
        .extracting(Credit::getNetMinor)
        .containsExactly(0L, 0L);
    assertThat(record.getPostingsList().stream().mapToLong(Posting::getAmountMinor).sum()).isZero();
  }

  @Test
  void a_refund_that_comes_first_waits_and_is_then_the_same_as_one_that_comes_after() {
    Shop before = shop();
    Shop after = shop();

    RefundResult held = before.refund(refund("o-1", "r1", 4_000)).get(0);
    before.record(order("o-1"));
    after.record(order("o-1"));
    after.refund(refund("o-1", "r1", 4_000));

    assertThat(held.getState()).isEqualTo(RefundState.REFUND_STATE_HELD);
    assertThat(held.getAppliedMinor()).isZero();
    assertThat(before.read("o-1")).isEqualTo(after.read("o-1"));
    assertThat(before.refund(refund("o-1", "r1", 4_000)).get(0).getState())
        .isEqualTo(RefundState.REFUND_STATE_APPLIED);
  }

  @Test
  void positions_tell_where_the_conversion_stands_and_nothing_while_all_are_held() {
    Shop shop = shop();

    assertThat(send(shop, refund("o-1", "r1", 1)).getPosition()).isEmpty();
    shop.record(order("o-1"));
    assertThat(send(shop, refund("o-1", "r2", 1)).getPosition()).isNotEmpty();
    assertThat(send(shop, refund("o-1", "r2", 1)).getPosition()).isNotEmpty();
  }

  @Test
  void what_exceeds_the_rest_is_held_and_listed() {
    Shop shop = shop();
    shop.record(order("o-1"));

    List<RefundResult> results =
        shop.refund(refund("o-1", "r1", 7_000), refund("o-1", "r2", 7_000));

    assertThat(results.get(1).getState()).isEqualTo(RefundState.REFUND_STATE_HELD_EXCESS);
    assertThat(results.get(1).getAppliedMinor()).isEqualTo(3_000);
    assertThat(results.get(1).getExcessMinor()).isEqualTo(4_000);
    assertThat(shop.read("o-1").getRefundsList())
        .extracting(RefundRecord::getExcessMinor)
        .containsExactly(0L, 4_000L);
  }

  @Test
  void a_refund_counts_by_the_tax_mode_of_its_order_and_one_of_shipping_moves_nothing() {
    Shop shop = shop();
    shop.record(
        order("o-1")
            .setTaxMode(TaxMode.TAX_MODE_INCLUDED)
            .setComponents(Components.newBuilder().setItemsMinor(12_000).setTaxMinor(2_000)));

    List<RefundResult> results =
        shop.refund(
            refund("o-1", "r1", 6_000)
                .setComponents(Components.newBuilder().setItemsMinor(6_000).setTaxMinor(1_000)),
            refund("o-1", "r2", 0).setComponents(Components.newBuilder().setShippingMinor(499)),
            refund("o-1", "r3", 0).setComponents(Components.newBuilder().setTaxMinor(1)));

    assertThat(results).extracting(RefundResult::getAppliedMinor).containsExactly(5_000L, 0L, 0L);
    assertThat(results.get(1).getState()).isEqualTo(RefundState.REFUND_STATE_APPLIED);
    assertThat(status(results.get(2).getVerdict())).isEqualTo("OUT_OF_RANGE components");
  }

  @Test
  void a_cancellation_takes_all_that_is_left() {
    Shop shop = shop();
    shop.record(order("o-1"), signUp("s-1"));
    shop.refund(refund("o-1", "r1", 1_000));

    List<RefundResult> results =
        shop.refund(
            cancellation("o-1", "c1"),
            cancellation("s-1", "c1")
                .setType(ConversionType.CONVERSION_TYPE_SIGN_UP)
                .clearCurrencyCode());

    assertThat(results).extracting(RefundResult::getAppliedMinor).containsExactly(9_000L, 0L);
    assertThat(shop.read("o-1").getPostingsList())
        .extracting(Posting::getKind)
        .containsExactly(
            PostingKind.POSTING_KIND_CREDIT,
            PostingKind.POSTING_KIND_REFUND,
            PostingKind.POSTING_KIND_REFUND);
    assertThat(
            shop.read("o-1").getPostingsList().stream()
                .mapToLong(Posting::getConversionMillionths)
                .sum())
        .isZero();
  }

  @Test
  void sending_again_is_answered_as_before_and_other_content_is_refused() {
    Shop shop = shop();
    shop.record(order("o-1"));
    shop.refund(refund("o-1", "1", 1_000));
    shop.amend(amendment("o-1", "1", 500));

    assertThat(
            Orders.refundStatuses(
                shop.refund(
                    refund("o-1", "1", 1_000),
                    refund("o-1", "1", 2_000),
                    refund("o-1", "1", 1_000).setKind(RefundKind.REFUND_KIND_CHARGEBACK),
                    refund("o-1", "2", 100),
                    refund("o-1", "2", 200))))
        .containsExactly(
            "ALREADY_RECORDED",
            "ID_REUSED components.items_minor",
            "ID_REUSED kind",
            "RECORDED",
            "DUPLICATE_IN_BATCH components.items_minor");
    assertThat(
            amendmentStatuses(shop.amend(amendment("o-1", "1", 500), amendment("o-1", "1", 501))))
        .containsExactly("ALREADY_RECORDED", "ID_REUSED changes.items_minor");
    assertThat(shop.read("o-1").getAttribution().getRevision()).isEqualTo(4);
  }

  @Test
  void an_amendment_changes_the_base_and_every_refund_is_applied_again() {
    Shop shop = shop();
    shop.record(order("o-1"));
    shop.refund(refund("o-1", "r1", 9_000));

    shop.amend(amendment("o-1", "a1", -4_000));

    ConversionRecord record = shop.read("o-1");
    assertThat(record.getBaseMinor()).isEqualTo(6_000);
    assertThat(record.getConversion().getComponents().getItemsMinor()).isEqualTo(10_000);
    assertThat(record.getRefunds(0).getAppliedMinor()).isEqualTo(6_000);
    assertThat(record.getRefunds(0).getExcessMinor()).isEqualTo(3_000);
    assertThat(record.getAmendmentsCount()).isEqualTo(1);
    assertThat(record.getPostingsList())
        .extracting(Posting::getAmountMinor, Posting::getRefundId, Posting::getAmendmentId)
        .containsExactly(
            tuple(10_000L, "", ""),
            tuple(-9_000L, "r1", ""),
            tuple(-4_000L, "", "a1"),
            tuple(3_000L, "r1", "a1"));
  }

  @Test
  void amendments_that_do_not_fit_are_refused_and_held_ones_stay_held() {
    Shop shop = shop();
    AmendmentResult held = shop.amend(amendment("o-1", "a0", -20_000)).get(0);
    shop.record(order("o-1"));

    assertThat(held.getHeld()).isTrue();
    assertThat(shop.read("o-1").getNotesList())
        .extracting(note -> note.getMessage())
        .containsExactly(
            "amendment a0 came before the order and stays held: changes.items_minor leaves -10000"
                + " (expected: 0-1000000000000000)");
    assertThat(shop.read("o-1").getAmendmentsList()).isEmpty();
    assertThat(shop.amend(amendment("o-1", "a0", -20_000)).get(0).getHeld()).isTrue();
    assertThat(
            amendmentStatuses(
                shop.amend(
                    amendment("o-1", "a1", -10_001),
                    amendment("o-1", "a2", 0)
                        .setChanges(ComponentChanges.newBuilder().setDiscountMinor(10_001)),
                    amendment("o-1", "a3", 1).setCurrencyCode("USD"),
                    amendment("o-1", "a4", 1).clearChanges(),
                    amendment("o-1", "a5", 1).setType(ConversionType.CONVERSION_TYPE_LEAD),
                    amendment("o-1", "", 1),
                    amendment("o-1", "a6", -10_000))))
        .containsExactly(
            "OUT_OF_RANGE changes.items_minor",
            "OUT_OF_RANGE changes",
            "CURRENCY_MISMATCH currency_code",
            "FIELD_MISSING changes",
            "FIELD_MALFORMED changes",
            "FIELD_MISSING amendment_id",
            "RECORDED");
  }

  @Test
  void bad_refunds_are_refused_with_their_reasons() {
    Shop shop = shop();
    shop.record(order("o-1"));

    assertThat(
            Orders.refundStatuses(
                shop.refund(
                    refund("o-1", "ok", 1),
                    refund("o-1", "", 1),
                    refund("", "r", 1),
                    refund("o-1", "r", 1).clearType(),
                    refund("o-1", "r", 1).clearKind(),
                    refund("o-1", "r", 1).clearRefundTime(),
                    refund("o-1", "r", 1).clearCurrencyCode(),
                    refund("o-1", "r", 1).setCurrencyCode("USD"),
                    refund("o-1", "r", 1).clearComponents(),
                    refund("o-1", "r", -1),
                    refund("o-1", "r", 1)
                        .setComponents(Components.newBuilder().setDiscountMinor(1)),
                    refund("s-1", "r", 1)
                        .setType(ConversionType.CONVERSION_TYPE_LEAD)
                        .clearCurrencyCode())))
        .containsExactly(
            "RECORDED",
            "FIELD_MISSING refund_id",
            "FIELD_MISSING order_id",
            "FIELD_MISSING type",
            "FIELD_MISSING kind",
            "FIELD_MISSING refund_time",
            "FIELD_MISSING currency_code",
            "CURRENCY_MISMATCH currency_code",
            "FIELD_MISSING components",
            "OUT_OF_RANGE components.items_minor",
            "OUT_OF_RANGE components.discount_minor",
            "FIELD_MALFORMED components");
  }

  @Test
  void an_empty_batch_is_refused() {
    Shop shop = shop();

    assertThat(
            reasonOf(
                failureOf(
                    () ->
                        shop.conversions()
                            .recordRefunds(RecordRefundsRequest.getDefaultInstance()))))
        .isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(
            reasonOf(
                failureOf(
                    () ->
                        shop.conversions()
                            .recordAmendments(RecordAmendmentsRequest.getDefaultInstance()))))
        .isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
  }

  private Shop shop() {
    return new Shop(service);
  }

  private static RecordRefundsResponse send(
      Shop shop, dev.tributary.attribution.v1.Refund.Builder refund) {
    return shop.conversions()
        .recordRefunds(RecordRefundsRequest.newBuilder().addRefunds(refund).build());
  }

  private static List<String> amendmentStatuses(List<AmendmentResult> results) {
    return Samples.statuses(results.stream().map(AmendmentResult::getVerdict).toList());
  }
}
