package dev.tributary.attribution.hold;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.hold.HoldCalls.place;
import static dev.tributary.attribution.hold.HoldCalls.resolve;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.CodeUses;
import dev.tributary.attribution.v1.CreditSummary;
import dev.tributary.attribution.v1.HeldCredit;
import dev.tributary.attribution.v1.HoldFilter;
import dev.tributary.attribution.v1.HoldOutcome;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.HoldState;
import dev.tributary.attribution.v1.ListConversionsRequest;
import dev.tributary.attribution.v1.ListHoldsRequest;
import dev.tributary.attribution.v1.ListHoldsResponse;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.OrderHoldState;
import dev.tributary.attribution.v1.PlaceHoldsRequest;
import dev.tributary.attribution.v1.ResolveHoldsRequest;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.TimeRange;
import org.junit.jupiter.api.Test;

/** Holds that persons place, and the list of them. */
abstract class HoldServiceTest extends ShopsWithHolds {
  HoldServiceTest(TestDatabases kind) {
    super(kind);
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

  private static CreditSummary credits(Shop shop) {
    return shop.analysis()
        .summarizeCredits(SummarizeCreditsRequest.getDefaultInstance())
        .getCredits(0);
  }
}
