package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.CreditSummary;
import dev.tributary.attribution.v1.HoldFilter;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.HoldOutcome;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.HoldState;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.OrderHoldState;
import dev.tributary.attribution.v1.PlaceHoldsRequest;
import dev.tributary.attribution.v1.ResolveHoldsRequest;
import dev.tributary.attribution.v1.RevisionReason;
import dev.tributary.attribution.v1.RotatePromoCodesRequest;
import dev.tributary.attribution.v1.RotatePromoCodesResponse;
import dev.tributary.attribution.v1.RotatedUses;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of uses of codes that are replaced. */
abstract class RotatedUsesTest extends RotatedShops {
  RotatedUsesTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void kept_uses_keep_their_credit_and_are_paid_for() {
    Shop shop = leaked();

    RotatePromoCodesResponse answer =
        codes(shop).rotatePromoCodes(rotation(RotatedUses.ROTATED_USES_KEEP).build());

    assertThat(answer.hasOutcome()).isFalse();
    assertThat(answer.getEffects(0).getUses()).isEqualTo(2);
    assertThat(holds(shop)).isEmpty();
    assertThat(creditOf(shop.settled("o-1"))).isEqualTo("anna");
  }

  @Test
  @Names("HoldRule.CODE_ROTATION")
  void held_uses_keep_their_credit_and_are_not_paid_for() {
    Shop shop = leaked();

    RotatePromoCodesResponse answer =
        codes(shop).rotatePromoCodes(rotation(RotatedUses.ROTATED_USES_HOLD).build());

    assertThat(answer.getOutcome()).isEqualTo(TWO_OF_ANNA);
    assertThat(answer.getPosition()).isNotEmpty();
    assertThat(holds(shop))
        .extracting(hold -> hold.getKey().getOrderId())
        .containsExactlyInAnyOrder("o-1", "o-2");
    assertThat(holds(shop))
        .allSatisfy(
            hold -> {
              assertThat(hold.getRule()).isEqualTo(HoldRule.HOLD_RULE_CODE_ROTATION);
              assertThat(hold.getState()).isEqualTo(HoldState.HOLD_STATE_HELD);
              assertThat(hold.getActor()).isEqualTo("ria");
              assertThat(hold.getReason()).isEqualTo("on a coupon site");
              assertThat(hold.getBatchId()).isEqualTo("r-1");
              assertThat(hold.getEvidence().getCodeId()).isEqualTo("ANNA10");
            });
    ConversionRecord held = shop.settled("o-1");
    assertThat(held.getHoldState()).isEqualTo(OrderHoldState.ORDER_HOLD_STATE_HELD);
    assertThat(held.getAttribution().getRevision()).isEqualTo(1);
    assertThat(creditOf(held)).isEqualTo("anna");
    CreditSummary euros = euros(shop);
    assertThat(euros.getNetMinor()).isEqualTo(5_000 + 3_000 + 300 + 90);
    assertThat(euros.getHeldMinor()).isEqualTo(5_000);
  }

  @Test
  void rejected_uses_are_credited_to_nobody_by_postings_and_a_restore_takes_it_back() {
    Shop shop = leaked();

    RotatePromoCodesResponse answer =
        codes(shop).rotatePromoCodes(rotation(RotatedUses.ROTATED_USES_REJECT).build());

    assertThat(answer.getOutcome()).isEqualTo(TWO_OF_ANNA);
    assertThat(answer.getEffects(0).getUses()).isEqualTo(2);
    assertThat(holds(shop))
        .extracting(OrderHold::getState)
        .containsExactly(HoldState.HOLD_STATE_REJECTED, HoldState.HOLD_STATE_REJECTED);
    ConversionRecord rejected = shop.settled("o-1");
    assertThat(rejected.getHoldState()).isEqualTo(OrderHoldState.ORDER_HOLD_STATE_REJECTED);
    assertThat(rejected.getAttribution().getReason())
        .isEqualTo(RevisionReason.REVISION_REASON_HOLD_REJECTED);
    assertThat(creditOf(rejected)).isEmpty();
    assertThat(sum(rejected)).isEqualTo(5_000);

    HoldOutcome restored =
        holdCalls(shop)
            .resolveHolds(
                ResolveHoldsRequest.newBuilder()
                    .setFilter(HoldFilter.newBuilder().setCodeId("ANNA10"))
                    .setResolution(HoldResolution.HOLD_RESOLUTION_RESTORE)
                    .setActor("tom")
                    .setReason("it was anna")
                    .setBatchId("b-1")
                    .build())
            .getOutcome();
    assertThat(restored.getOrderCount()).isEqualTo(2);
    assertThat(creditOf(shop.settled("o-1"))).isEqualTo("anna");
    // What is resent afterwards does not reject it again.
    codes(shop).rotatePromoCodes(rotation(RotatedUses.ROTATED_USES_REJECT).build());
    assertThat(creditOf(shop.settled("o-1"))).isEqualTo("anna");
  }

  @Test
  void uses_before_then_and_of_other_codes_and_tests_are_left_alone() {
    for (RotatedUses uses :
        List.of(RotatedUses.ROTATED_USES_HOLD, RotatedUses.ROTATED_USES_REJECT)) {
      Shop shop = leaked();

      RotatePromoCodesResponse unused = codes(shop).rotatePromoCodes(rotation(uses).build());

      for (String orderId : List.of("before", "test")) {
        ConversionRecord record = shop.settled(orderId);
        assertThat(record.getHoldState()).isEqualTo(OrderHoldState.ORDER_HOLD_STATE_UNSPECIFIED);
        assertThat(creditOf(record)).isEqualTo("anna");
      }
      assertThat(shop.settled("of-bo").getHoldState())
          .isEqualTo(OrderHoldState.ORDER_HOLD_STATE_UNSPECIFIED);
      assertThat(creditOf(shop.settled("of-bo"))).isEqualTo("bo");
    }
  }

  @Test
  void refunds_go_on_after_a_use_was_held_or_rejected() {
    for (RotatedUses uses :
        List.of(RotatedUses.ROTATED_USES_HOLD, RotatedUses.ROTATED_USES_REJECT)) {
      Shop shop = leaked();
      RotatePromoCodesResponse unused = codes(shop).rotatePromoCodes(rotation(uses).build());

      assertThat(Orders.refundStatuses(shop.refund(refund("o-1", "back", 1_000))))
          .containsExactly("RECORDED");

      ConversionRecord record = shop.settled("o-1");
      assertThat(sum(record)).isEqualTo(4_000);
      assertThat(record.getAttribution().getCredits(0).getNetMinor()).isEqualTo(4_000);
      assertThat(creditOf(record)).isEqualTo(uses == RotatedUses.ROTATED_USES_HOLD ? "anna" : "");
      // What was done is told as it was then.
      assertThat(codes(shop).rotatePromoCodes(rotation(uses).build()).getOutcome())
          .isEqualTo(TWO_OF_ANNA);
    }
  }

  @Test
  void an_order_with_two_replaced_codes_is_held_once_and_all_of_its_creators_are_told() {
    Shop shop =
        new Shop(service)
            .has(
                code("ANNA10").setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_WINS),
                code("BO5").setOwner(BO));
    record(
        shop, order("both").addCodes(Orders.code("ANNA10", 10)).addCodes(Orders.code("BO5", 10)));
    record(shop, order("of-bo", 300).addCodes(Orders.code("BO5")));
    RotatePromoCodesRequest command =
        rotation(RotatedUses.ROTATED_USES_HOLD)
            .addRotations(item("BO5", "new-2", "HIDDEN20"))
            .build();

    HoldOutcome told = codes(shop).rotatePromoCodes(validating(command)).getOutcome();
    HoldOutcome done = codes(shop).rotatePromoCodes(command).getOutcome();

    assertThat(done).isEqualTo(told);
    assertThat(done.getOrderCount()).isEqualTo(2);
    assertThat(done.getHoldCount()).isEqualTo(2);
    assertThat(holds(shop)).hasSize(2);
  }

  @Test
  void rejecting_an_order_takes_its_credit_from_everybody_and_ends_what_held_it_before() {
    Shop shop =
        new Shop(service)
            .has(
                code("ANNA10")
                    .setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT)
                    .setSplitBasisPoints(6_000))
            .has(link());
    shop.touched(dev.tributary.attribution.Samples.touch("t-1").setLinkId("l-1"));
    record(shop, order("o-1").addCodes(Orders.code("ANNA10")));
    var unused =
        holdCalls(shop)
            .placeHolds(
                PlaceHoldsRequest.newBuilder()
                    .addOrders(HoldKey.newBuilder().setOrderId("o-1"))
                    .setActor("ria")
                    .setReason("odd")
                    .setBatchId("b-1")
                    .build());

    HoldOutcome done =
        codes(shop)
            .rotatePromoCodes(rotation(RotatedUses.ROTATED_USES_REJECT).build())
            .getOutcome();

    assertThat(done)
        .isEqualTo(
            HoldOutcome.newBuilder()
                .setOrderCount(1)
                .setHoldCount(2)
                .addCredits(credit("anna", "EUR", 1, 6_000))
                .addCredits(credit("bo", "EUR", 1, 4_000))
                .build());
    assertThat(holds(shop))
        .extracting(OrderHold::getState)
        .containsOnly(HoldState.HOLD_STATE_REJECTED);
    assertThat(creditOf(shop.settled("o-1"))).isEmpty();
  }

  private static CreditSummary euros(Shop shop) {
    return shop
        .analysis()
        .summarizeCredits(SummarizeCreditsRequest.getDefaultInstance())
        .getCreditsList()
        .stream()
        .filter(credits -> credits.getCurrencyCode().equals("EUR"))
        .findFirst()
        .orElseThrow();
  }

  private static Link.Builder link() {
    return dev.tributary.attribution.Samples.link("l-1").setOwner(BO);
  }
}
