package dev.tributary.attribution.hold;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static dev.tributary.attribution.hold.HoldCalls.place;
import static dev.tributary.attribution.hold.HoldCalls.resolve;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.CodeUses;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.CreatorIdentities;
import dev.tributary.attribution.v1.CreditSummary;
import dev.tributary.attribution.v1.HeldCredit;
import dev.tributary.attribution.v1.HoldFilter;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.HoldOutcome;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.HoldSettings;
import dev.tributary.attribution.v1.HoldState;
import dev.tributary.attribution.v1.ListConversionsRequest;
import dev.tributary.attribution.v1.ListHoldsRequest;
import dev.tributary.attribution.v1.ListHoldsResponse;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.OrderHoldState;
import dev.tributary.attribution.v1.PlaceHoldsRequest;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.PostingKind;
import dev.tributary.attribution.v1.ReplayHoldsRequest;
import dev.tributary.attribution.v1.ReplayHoldsResponse;
import dev.tributary.attribution.v1.ResolveHoldsRequest;
import dev.tributary.attribution.v1.RevisionReason;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.attribution.v1.UnattributedReason;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.TimeRange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Holds, through the whole service. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class HoldServiceTest {
  private static final TimeRange ALL =
      TimeRange.newBuilder()
          .setStartTime(time(Orders.TIME.minusSeconds(86_400)))
          .setEndTime(time(Orders.TIME.plusSeconds(86_400)))
          .build();

  private final TestAttribution service;

  HoldServiceTest(TestDatabases kind) {
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
    assertThat(hold.getRuleVersion()).isEqualTo(1);
    assertThat(hold.getEvidence().getSummary()).contains("anna").contains("e-mail address");
    assertThat(hold.getNetMinor()).isEqualTo(10_000);
    ConversionRecord record = shop.settled("own");
    assertThat(record.getHoldState()).isEqualTo(OrderHoldState.ORDER_HOLD_STATE_HELD);
    assertThat(record.getConversion().getCustomerEmailsList()).isEmpty();
    assertThat(record.getAttribution().getRevision()).isEqualTo(1);
  }

  @Test
  void a_hold_changes_no_sum_and_is_shown_apart() {
    Shop shop = shop();
    shop.record(
        order("o-1").addCodes(code("ANNA10")), order("o-2", 4_000).addCodes(code("ANNA10")));
    HoldCalls holds = new HoldCalls(service, shop);

    HoldOutcome outcome = holds.stub().placeHolds(place("b-1", "o-2").build()).getOutcome();

    assertThat(outcome.getOrderCount()).isEqualTo(1);
    assertThat(outcome.getCreditsList())
        .containsExactly(
            HeldCredit.newBuilder()
                .setCreatorId("anna")
                .setCurrencyCode("EUR")
                .setOrderCount(1)
                .setNetMinor(4_000)
                .build());
    CreditSummary credits = credits(shop);
    assertThat(credits.getNetMinor()).isEqualTo(14_000);
    assertThat(credits.getHeldMinor()).isEqualTo(4_000);
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

  @Test
  void a_resend_is_answered_as_before_and_another_request_with_its_key_is_refused() {
    Shop shop = shop();
    shop.record(order("o-1").addCodes(code("ANNA10")), order("o-2").addCodes(code("ANNA10")));
    HoldCalls holds = new HoldCalls(service, shop);

    HoldOutcome first = holds.stub().placeHolds(place("b-1", "o-1").build()).getOutcome();

    assertThat(holds.stub().placeHolds(place("b-1", "o-1").build()).getOutcome()).isEqualTo(first);
    assertThat(holds.all()).hasSize(1);
    assertThat(reasonOf(failureOf(() -> holds.stub().placeHolds(place("b-1", "o-2").build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_ID_REUSED);
  }

  @Test
  void asking_only_changes_nothing() {
    Shop shop = shop();
    shop.record(order("o-1").addCodes(code("ANNA10")));
    HoldCalls holds = new HoldCalls(service, shop);

    HoldOutcome asked =
        holds.stub().placeHolds(place("", "o-1").setValidateOnly(true).build()).getOutcome();

    assertThat(asked.getCredits(0).getNetMinor()).isEqualTo(10_000);
    assertThat(holds.all()).isEmpty();
  }

  @Test
  @Names("HoldRule.CODE_LEAK")
  void the_uses_of_a_leaked_code_are_held_and_rejected_without_naming_them() {
    Shop shop = shop();
    for (int i = 0; i < 5; i++) {
      shop.record(
          order("o-" + i)
              .setConversionTime(time(Orders.TIME.plusSeconds(i)))
              .addCodes(code(i == 4 ? "BO10" : "ANNA10")));
    }
    HoldCalls holds = new HoldCalls(service, shop);
    TimeRange sinceLeak = ALL.toBuilder().setStartTime(time(Orders.TIME.plusSeconds(1))).build();

    HoldOutcome placed =
        holds
            .stub()
            .placeHolds(
                place("b-1")
                    .setRule(HoldRule.HOLD_RULE_CODE_LEAK)
                    .setUses(CodeUses.newBuilder().setCodeId("ANNA10").setTimeRange(sinceLeak))
                    .build())
            .getOutcome();
    assertThat(placed.getOrderCount()).isEqualTo(3);

    HoldOutcome rejected =
        holds
            .stub()
            .resolveHolds(
                resolve(HoldResolution.HOLD_RESOLUTION_REJECT, "b-2")
                    .setFilter(
                        HoldFilter.newBuilder()
                            .setRule(HoldRule.HOLD_RULE_CODE_LEAK)
                            .setCodeId("ANNA10"))
                    .build())
            .getOutcome();
    assertThat(rejected.getOrderCount()).isEqualTo(3);
    assertThat(rejected.getCredits(0).getNetMinor()).isEqualTo(30_000);
    assertThat(credits(shop).getNetMinor()).isEqualTo(30_000);
    assertThat(creditOf(shop.settled("o-0"))).isEqualTo("anna");
    assertThat(creditOf(shop.settled("o-4"))).isEqualTo("bo");
    // Whoever was credited before is still found.
    assertThat(
            holds.listed(
                HoldFilter.newBuilder()
                    .setState(HoldState.HOLD_STATE_REJECTED)
                    .setCreatorId("anna")
                    .setCampaignId("spring")
                    .build()))
        .hasSize(3);
    assertThat(holds.listed(HoldFilter.newBuilder().setCreatorId("bo").build())).isEmpty();
  }

  @Test
  @Names("HoldRule.MANUAL")
  void a_person_may_hold_an_order_for_any_other_reason_and_says_which() {
    Shop shop = shop();
    shop.record(order("o-1").addCodes(code("ANNA10")));
    HoldCalls holds = new HoldCalls(service, shop);

    holds.stub().placeHolds(place("b-1", "o-1").build());

    assertThat(holds.all())
        .singleElement()
        .returns(HoldRule.HOLD_RULE_MANUAL, OrderHold::getRule)
        .returns("ria", OrderHold::getActor)
        .returns("looks odd", OrderHold::getReason);
    assertThat(shop.settled("o-1").getHoldState()).isEqualTo(OrderHoldState.ORDER_HOLD_STATE_HELD);
  }

  @Test
  void lists_come_in_pages_by_time() {
    Shop shop = shop();
    for (int i = 0; i < 3; i++) {
      shop.record(order("o-" + i).setConversionTime(time(Orders.TIME.minusSeconds(i))));
    }
    HoldCalls holds = new HoldCalls(service, shop);
    holds.stub().placeHolds(place("b-1", "o-0", "o-1", "o-2").build());
    ListHoldsRequest request =
        ListHoldsRequest.newBuilder()
            .setPageSize(2)
            .setFilter(HoldFilter.newBuilder().setTimeRange(ALL))
            .build();

    ListHoldsResponse first = holds.stub().listHolds(request);
    ListHoldsResponse second =
        holds.stub().listHolds(request.toBuilder().setPageToken(first.getNextPageToken()).build());

    assertThat(first.getHoldsList())
        .extracting(hold -> hold.getKey().getOrderId())
        .containsExactly("o-2", "o-1");
    assertThat(second.getHoldsList())
        .extracting(hold -> hold.getKey().getOrderId())
        .containsExactly("o-0");
    assertThat(second.getNextPageToken()).isEmpty();
    assertThat(
            shop.conversions()
                .listConversions(
                    ListConversionsRequest.newBuilder()
                        .setHoldState(OrderHoldState.ORDER_HOLD_STATE_HELD)
                        .build())
                .getConversionsList())
        .hasSize(3);
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

  @Test
  void what_is_wrong_with_a_command_is_named() {
    Shop shop = shop();
    shop.record(order("o-1"));
    HoldCalls holds = new HoldCalls(service, shop);

    assertThat(fieldOf(holds, place("b-1", "o-1").clearActor().build())).isEqualTo("actor");
    assertThat(fieldOf(holds, place("b-1", "o-1").clearReason().build())).isEqualTo("reason");
    assertThat(fieldOf(holds, place("", "o-1").build())).isEqualTo("batch_id");
    assertThat(fieldOf(holds, place("b-1").build())).isEqualTo("uses");
    assertThat(
            fieldOf(holds, place("b-1", "o-1").setRule(HoldRule.HOLD_RULE_SELF_REFERRAL).build()))
        .isEqualTo("rule");
    assertThat(reasonOf(failureOf(() -> holds.stub().placeHolds(place("b-1", "nothing").build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    ResolveHoldsRequest everything =
        resolve(HoldResolution.HOLD_RESOLUTION_RELEASE, "b-2")
            .setFilter(HoldFilter.getDefaultInstance())
            .build();
    assertThat(fieldsOf(failureOf(() -> holds.stub().resolveHolds(everything))))
        .containsExactly("filter");
    assertThat(
            Samples.statuses(
                shop
                    .record(
                        order("o-2").addCustomerEmails("nobody"),
                        order("o-3").setCheckoutStartTime(time(Orders.TIME.plusSeconds(1))),
                        order("o-4").setReferrerHost("https://x"),
                        order("o-5").setRegion("somewhere"))
                    .stream()
                    .map(result -> result.getVerdict())
                    .toList()))
        .containsExactly(
            "FIELD_MALFORMED customer_emails[0]",
            "TIME_ORDER checkout_start_time",
            "FIELD_MALFORMED referrer_host",
            "FIELD_MALFORMED region");
  }

  private static String fieldOf(HoldCalls holds, PlaceHoldsRequest request) {
    return fieldsOf(failureOf(() -> holds.stub().placeHolds(request))).get(0);
  }

  private static void rejected(HoldCalls holds, String name, HoldKey order) {
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

  private static HoldOutcome reject(HoldCalls holds, String batchId, String orderId) {
    return holds
        .stub()
        .resolveHolds(resolve(HoldResolution.HOLD_RESOLUTION_REJECT, batchId, orderId).build())
        .getOutcome();
  }

  private static CreditSummary credits(Shop shop) {
    return shop.analysis()
        .summarizeCredits(SummarizeCreditsRequest.getDefaultInstance())
        .getCredits(0);
  }

  private static String creditOf(ConversionRecord record) {
    return record.getAttribution().getCredits(0).getOwner().getCreatorId();
  }

  private Shop shop() {
    return new Shop(service)
        .has(Samples.code("ANNA10").setOwner(ANNA), Samples.code("BO10").setOwner(BO))
        .has(link("anna-bio"));
  }
}
