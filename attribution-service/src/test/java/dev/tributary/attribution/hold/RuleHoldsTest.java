package dev.tributary.attribution.hold;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static dev.tributary.attribution.hold.HoldCalls.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.CreatorIdentities;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.HoldSettings;
import dev.tributary.attribution.v1.HoldState;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.OrderHoldState;
import dev.tributary.attribution.v1.ReplayHoldsRequest;
import dev.tributary.attribution.v1.ReplayHoldsResponse;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rules hold and let go by themselves. */
abstract class RuleHoldsTest extends ShopsWithHolds {
  RuleHoldsTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void a_creator_who_buys_by_the_own_code_is_held_by_any_spelling_of_the_mail() {
    Shop shop = shop();
    HoldCalls holds = new HoldCalls(service, shop);
    holds.shopsAs(CreatorIdentities.newBuilder().setCreatorId("anna").addEmails("An.na@Gmail.com"));
    shop.record(
        order("own").addCodes(code("ANNA10")).addCustomerEmails("anna+shop@googlemail.com"),
        order("other").addCodes(code("ANNA10")).addCustomerEmails("cem@gmail.com"));

    List<OrderHold> all = holds.all();

    assertThat(all).hasSize(1);
    OrderHold hold = all.get(0);
    assertThat(hold.getKey().getOrderId()).isEqualTo("own");
    assertThat(hold.getRule()).isEqualTo(HoldRule.HOLD_RULE_SELF_REFERRAL);
    assertThat(hold.getState()).isEqualTo(HoldState.HOLD_STATE_HELD);
    assertThat(hold.getRuleVersion()).isEqualTo(2);
    assertThat(hold.getEvidence().getIdentityLinkIdsList()).isEmpty();
    assertThat(hold.getEvidence().getSummary()).contains("anna").contains("e-mail address");
    assertThat(hold.getNetMinor()).isEqualTo(10_000);
    ConversionRecord record = shop.settled("own");
    assertThat(record.getHoldState()).isEqualTo(OrderHoldState.ORDER_HOLD_STATE_HELD);
    assertThat(record.getConversion().getCustomerEmailsList()).isEmpty();
    assertThat(record.getAttribution().getRevision()).isEqualTo(1);
  }

  @Test
  void a_touch_put_in_at_the_last_moment_is_held_and_released_when_the_credit_moves() {
    Shop shop = shop();
    shop.touched(Samples.touch("injected").setEventTime(time(Orders.TIME.minusSeconds(2))));
    shop.record(order("o-1"));
    HoldCalls holds = new HoldCalls(service, shop);
    assertThat(holds.all()).extracting(OrderHold::getState).containsOnly(HoldState.HOLD_STATE_HELD);
    assertThat(holds.all().get(0).getEvidence().getMicrosBefore()).isEqualTo(2_000_000);

    shop.has(
        Storefront.newBuilder()
            .setStorefrontId("main")
            .setHoldSettings(HoldSettings.newBuilder().setMinSecondsToConversion(1)));
    shop.refund(refund("o-1", "r-1", 100));

    OrderHold hold = holds.all().get(0);
    assertThat(hold.getState()).isEqualTo(HoldState.HOLD_STATE_RELEASED);
    assertThat(hold.getResolveActor()).isEmpty();
    assertThat(hold.getResolveReason()).isNotEmpty();
    assertThat(shop.settled("o-1").getHoldState())
        .isEqualTo(OrderHoldState.ORDER_HOLD_STATE_UNSPECIFIED);
  }

  @Test
  void a_touch_after_the_checkout_had_begun_is_held() {
    Shop shop = shop();
    shop.touched(Samples.touch("in-checkout").setEventTime(time(Orders.TIME.minusSeconds(30))));
    shop.record(order("o-1").setCheckoutStartTime(time(Orders.TIME.minusSeconds(60))));

    assertThat(new HoldCalls(service, shop).all())
        .extracting(OrderHold::getRule)
        .containsExactly(HoldRule.HOLD_RULE_IMPOSSIBLE_TIME);
  }

  @Test
  void tests_are_never_held_by_a_rule() {
    Shop shop = shop();
    HoldCalls holds = new HoldCalls(service, shop);
    holds.shopsAs(CreatorIdentities.newBuilder().setCreatorId("anna").addCustomerIds("c-1"));
    shop.record(order("o-1").setTest(true).setCustomerId("c-1").addCodes(code("ANNA10")));

    assertThat(holds.all()).isEmpty();
  }

  @Test
  void a_release_frees_an_order_and_no_rule_holds_it_again_for_the_same() {
    Shop shop = shop();
    HoldCalls holds = new HoldCalls(service, shop);
    holds.shopsAs(CreatorIdentities.newBuilder().setCreatorId("anna").addCustomerIds("c-1"));
    shop.record(order("o-1").setCustomerId("c-1").addCodes(code("ANNA10")));
    assertThat(holds.all()).hasSize(1);

    holds
        .stub()
        .resolveHolds(resolve(HoldResolution.HOLD_RESOLUTION_RELEASE, "b-1", "o-1").build());
    shop.refund(refund("o-1", "r-1", 100));

    assertThat(holds.all()).hasSize(1);
    assertThat(holds.all().get(0).getResolveActor()).isEqualTo("tom");
    assertThat(shop.settled("o-1").getHoldState())
        .isEqualTo(OrderHoldState.ORDER_HOLD_STATE_UNSPECIFIED);
  }

  @Test
  void a_replay_tells_what_newer_knowledge_says_of_earlier_orders_and_then_does_it() {
    Shop shop = shop();
    shop.record(
        order("own").setCustomerId("c-1").addCodes(code("ANNA10")),
        order("other").setCustomerId("c-2").addCodes(code("ANNA10")));
    HoldCalls holds = new HoldCalls(service, shop);
    assertThat(holds.all()).isEmpty();
    holds.shopsAs(CreatorIdentities.newBuilder().setCreatorId("anna").addCustomerIds("c-1"));
    ReplayHoldsRequest asked =
        ReplayHoldsRequest.newBuilder().setTimeRange(ALL).setValidateOnly(true).build();

    ReplayHoldsResponse told = holds.stub().replayHolds(asked);
    assertThat(holds.all()).isEmpty();
    ReplayHoldsResponse done =
        holds.stub().replayHolds(asked.toBuilder().setValidateOnly(false).build());

    assertThat(told.getOrderCount()).isEqualTo(2);
    assertThat(told.getDifferencesList())
        .extracting(
            difference -> difference.getKey().getOrderId(), difference -> difference.getState())
        .containsExactly(tuple("own", HoldState.HOLD_STATE_HELD));
    assertThat(done.getDifferencesList()).isEqualTo(told.getDifferencesList());
    assertThat(done.getPosition()).isNotEmpty();
    assertThat(holds.all()).hasSize(1);
    assertThat(holds.stub().replayHolds(asked).getDifferenceCount()).isZero();
  }

  @Test
  void a_shop_that_allows_own_purchases_has_earlier_holds_released_by_a_replay() {
    Shop shop = shop();
    HoldCalls holds = new HoldCalls(service, shop);
    holds.shopsAs(CreatorIdentities.newBuilder().setCreatorId("anna").addVisitorIds("visitor-1"));
    shop.record(order("own").addCodes(code("ANNA10")));
    assertThat(holds.all()).hasSize(1);
    shop.has(
        Storefront.newBuilder()
            .setStorefrontId("main")
            .setHoldSettings(HoldSettings.newBuilder().setSelfPurchasesAllowed(true)));

    ReplayHoldsResponse done =
        holds.stub().replayHolds(ReplayHoldsRequest.newBuilder().setTimeRange(ALL).build());

    assertThat(done.getDifferences(0).getState()).isEqualTo(HoldState.HOLD_STATE_RELEASED);
    assertThat(holds.all().get(0).getState()).isEqualTo(HoldState.HOLD_STATE_RELEASED);
  }

  @Test
  void identities_are_replaced_as_a_whole_and_answered_one_by_one() {
    HoldCalls holds = new HoldCalls(service, shop());
    CreatorIdentities.Builder anna =
        CreatorIdentities.newBuilder().setCreatorId("anna").addEmails("anna@shop.example");

    assertThat(Samples.statuses(holds.shopsAs(anna))).containsExactly("RECORDED");
    assertThat(
            Samples.statuses(
                holds.shopsAs(
                    anna,
                    anna.clone().addEmails("anna@home.example"),
                    CreatorIdentities.newBuilder().setCreatorId("bo").addEmails("nobody"))))
        .containsExactly(
            "ALREADY_RECORDED", "DUPLICATE_IN_BATCH creator_id", "FIELD_MALFORMED emails[0]");
    assertThat(Samples.statuses(holds.shopsAs(CreatorIdentities.newBuilder().setCreatorId("anna"))))
        .containsExactly("UPDATED");
  }
}
