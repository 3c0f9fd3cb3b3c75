package dev.tributary.attribution.hold;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static dev.tributary.attribution.hold.HoldCalls.place;
import static dev.tributary.attribution.hold.HoldCalls.resolve;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.HoldOutcome;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.attribution.v1.OrderHoldState;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.PostingKind;
import dev.tributary.attribution.v1.RevisionReason;
import dev.tributary.attribution.v1.UnattributedReason;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Orders that a rejected hold takes from everybody, and gives back. */
abstract class RejectedHoldsTest extends ShopsWithHolds {
  RejectedHoldsTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  @Names("UnattributedReason.HELD_REJECTED")
  void a_rejected_order_credits_nobody_and_keeps_its_explanation() {
    Shop shop = shop();
    shop.record(order("o-1").addCodes(code("ANNA10")));
    HoldCalls holds = new HoldCalls(service, shop);
    holds.stub().placeHolds(place("b-1", "o-1").build());

    HoldOutcome outcome = reject(holds, "b-2", "o-1");

    assertThat(outcome.getHoldCount()).isEqualTo(1);
    assertThat(outcome.getCredits(0).getNetMinor()).isEqualTo(10_000);
    ConversionRecord record = shop.settled("o-1");
    assertThat(record.getHoldState()).isEqualTo(OrderHoldState.ORDER_HOLD_STATE_REJECTED);
    assertThat(record.getAttribution().getReason())
        .isEqualTo(RevisionReason.REVISION_REASON_HOLD_REJECTED);
    assertThat(record.getAttribution().getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_HELD_REJECTED);
    assertThat(record.getAttribution().getCredits(0).hasOwner()).isFalse();
    assertThat(record.getPostingsList()).hasSize(3);
    assertThat(record.getPostingsList().stream().mapToLong(Posting::getAmountMinor).sum())
        .isEqualTo(10_000);
    assertThat(record.getPostingsList().subList(1, 3))
        .allSatisfy(
            posting -> {
              assertThat(posting.getKind()).isEqualTo(PostingKind.POSTING_KIND_HOLD);
              assertThat(posting.getEffectiveTime()).isEqualTo(time(Orders.TIME));
            });
    assertThat(shop.explain("o-1").getCandidates(0).getCodeId()).isEqualTo("ANNA10");
    assertThat(shop.explain("o-1").getSummary())
        .startsWith("A hold of the order was rejected, so nobody is credited.");
  }

  @Test
  void neither_late_touches_nor_refunds_bring_a_rejected_order_back() {
    Shop shop = shop();
    shop.record(order("o-1"));
    HoldCalls holds = new HoldCalls(service, shop);
    shop.touched(Samples.touch("early"));
    assertThat(creditOf(shop.settled("o-1"))).isEqualTo("anna");
    holds.stub().placeHolds(place("b-1", "o-1").build());
    reject(holds, "b-2", "o-1");
    shop.touched(Samples.touch("late").setEventTime(time(Orders.TIME.minusSeconds(60))));
    shop.refund(refund("o-1", "r-1", 2_500));

    ConversionRecord record = shop.settled("o-1");

    assertThat(creditOf(record)).isEmpty();
    assertThat(record.getAttribution().getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_HELD_REJECTED);
    assertThat(record.getAttribution().getCredits(0).getNetMinor()).isEqualTo(7_500);
    assertThat(record.getPostingsList().stream().mapToLong(Posting::getAmountMinor).sum())
        .isEqualTo(7_500);
    assertThat(
            record.getPostingsList().stream()
                .filter(Posting::hasOwner)
                .mapToLong(Posting::getAmountMinor)
                .sum())
        .isZero();
  }

  @Test
  void a_rejection_is_not_undone_by_a_release_and_taken_back_by_a_restore() {
    Shop shop = shop();
    shop.record(order("o-1").addCodes(code("ANNA10")));
    HoldCalls holds = new HoldCalls(service, shop);
    holds.stub().placeHolds(place("b-1", "o-1").build());
    reject(holds, "b-2", "o-1");

    HoldOutcome released =
        holds
            .stub()
            .resolveHolds(resolve(HoldResolution.HOLD_RESOLUTION_RELEASE, "b-3", "o-1").build())
            .getOutcome();
    assertThat(released.getOrderCount()).isZero();
    assertThat(creditOf(shop.settled("o-1"))).isEmpty();

    HoldOutcome restored =
        holds
            .stub()
            .resolveHolds(resolve(HoldResolution.HOLD_RESOLUTION_RESTORE, "b-4", "o-1").build())
            .getOutcome();

    assertThat(restored.getCredits(0).getNetMinor()).isEqualTo(10_000);
    ConversionRecord record = shop.settled("o-1");
    assertThat(creditOf(record)).isEqualTo("anna");
    assertThat(record.getHoldState()).isEqualTo(OrderHoldState.ORDER_HOLD_STATE_UNSPECIFIED);
    assertThat(record.getAttribution().getReason())
        .isEqualTo(RevisionReason.REVISION_REASON_HOLD_RESTORED);
    assertThat(record.getPostingsList().stream().mapToLong(Posting::getAmountMinor).sum())
        .isEqualTo(10_000);
  }

  @Test
  void a_restored_renewal_follows_its_first_payment_however_late_that_was_decided_on() {
    Shop shop = shop();
    shop.record(Orders.start("s-1", "sub-1").addCodes(code("ANNA10")));
    shop.record(Orders.renewal("r-2", "sub-1", 2));
    HoldCalls holds = new HoldCalls(service, shop);
    HoldKey renewal =
        HoldKey.newBuilder()
            .setType(ConversionType.CONVERSION_TYPE_SUBSCRIPTION_RENEWAL)
            .setOrderId("r-2")
            .build();
    HoldKey start =
        renewal.toBuilder()
            .setType(ConversionType.CONVERSION_TYPE_SUBSCRIPTION_START)
            .setOrderId("s-1")
            .build();
    rejected(holds, "1", renewal);
    service.clock().advance(Duration.ofDays(8));
    rejected(holds, "2", start);

    HoldOutcome restored =
        holds
            .stub()
            .resolveHolds(
                resolve(HoldResolution.HOLD_RESOLUTION_RESTORE, "b-3").addHolds(renewal).build())
            .getOutcome();

    assertThat(restored.getOrderCount()).isEqualTo(1);
    assertThat(shop.settled(renewal.getType(), "r-2").getAttribution().getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_FIRST_UNATTRIBUTED);
  }
}
