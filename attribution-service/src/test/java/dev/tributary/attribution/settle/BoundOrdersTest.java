package dev.tributary.attribution.settle;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.TIME;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.Attribution;
import dev.tributary.attribution.v1.Candidate;
import dev.tributary.attribution.v1.CandidateDecision;
import dev.tributary.attribution.v1.CandidateKind;
import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.CodeCreditScope;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Credit;
import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.RevisionReason;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Orders of customers whom an earlier order's code binds to its creator. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class BoundOrdersTest {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Instant FIRST = TIME.minus(Duration.ofDays(40));

  private final TestAttribution service;

  BoundOrdersTest(TestDatabases kind) {
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
  void a_later_order_is_credited_to_the_creator_whose_code_bound_the_customer_and_says_so() {
    Shop shop = shop();
    shop.record(by("eva", "first", FIRST).addCodes(code("ANNA10")));
    shop.record(by("eva", "later", TIME));

    assertThat(shop.settled("later").getAttribution().getCreditsList())
        .containsExactly(
            Credit.newBuilder()
                .setOwner(ANNA)
                .setSource(CreditSource.CREDIT_SOURCE_CODE)
                .setCodeId("ANNA10")
                .setConversionMillionths(1_000_000)
                .setGrossMinor(10_000)
                .setNetMinor(10_000)
                .build());
    ExplainAttributionResponse explained = shop.explain("later");
    Candidate bound = explained.getCandidates(0);
    assertThat(bound.getKind()).isEqualTo(CandidateKind.CANDIDATE_KIND_BOUND_CODE);
    assertThat(bound.getDecision()).isEqualTo(CandidateDecision.CANDIDATE_DECISION_CHOSEN);
    assertThat(bound.getOrderId()).isEqualTo("first");
    assertThat(bound.getMessage())
        .isEqualTo(
            "bound by code ANNA10 of creator anna used on order first at %s: credited in full"
                .formatted(FIRST));
    assertThat(explained.getSummary())
        .isEqualTo(
            "The customer is bound by code ANNA10 of creator anna, used on order first 40 d"
                + " before; it wins.");
  }

  @Test
  void a_binding_wins_over_the_link_of_another() {
    Shop shop = shop().touched(click("bo-bio"));
    shop.record(by("eva", "first", FIRST).addCodes(code("ANNA10")), by("eva", "later", TIME));

    assertThat(creditOf(shop, "later")).isEqualTo("anna by code");
    assertThat(shop.explain("later").getCandidates(1).getDecision())
        .isEqualTo(CandidateDecision.CANDIDATE_DECISION_CODE_WINS);
  }

  @Test
  @Names("CandidateDecision.LINK_OF_SAME_CREATOR")
  void a_creator_who_binds_the_customer_and_has_the_last_touch_has_one_credit_by_the_link() {
    Shop shop = shop().touched(click("anna-bio"));
    shop.record(by("eva", "first", FIRST).addCodes(code("ANNA10")));
    shop.record(by("eva", "later", TIME));

    assertThat(creditOf(shop, "later")).isEqualTo("anna by link");
    assertThat(shop.explain("later").getCandidates(0).getDecision())
        .isEqualTo(CandidateDecision.CANDIDATE_DECISION_LINK_OF_SAME_CREATOR);
  }

  @Test
  @Names("CandidateDecision.CODE_OF_ORDER_WINS")
  void a_code_of_the_later_order_wins_over_a_binding() {
    Shop shop = shop();
    shop.record(by("eva", "first", FIRST).addCodes(code("ANNA10")));
    shop.record(by("eva", "later", TIME).addCodes(code("BO5")));

    assertThat(creditOf(shop, "later")).isEqualTo("bo by code");
    assertThat(shop.explain("later").getCandidates(1).getDecision())
        .isEqualTo(CandidateDecision.CANDIDATE_DECISION_CODE_OF_ORDER_WINS);
  }

  @Test
  void a_code_of_the_later_order_without_credit_leaves_it_to_the_binding() {
    Shop shop =
        shop()
            .has(
                Samples.code("CEM7")
                    .setOwner(Samples.owner("cem"))
                    .setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_IF_INVOLVED),
                Samples.code("SALE").clearOwner());
    shop.record(by("eva", "first", FIRST).addCodes(code("ANNA10")));
    shop.record(by("eva", "later", TIME).addCodes(code("CEM7")).addCodes(code("SALE")));

    assertThat(creditOf(shop, "later")).isEqualTo("anna by code");
  }

  @Test
  void the_newest_binding_wins() {
    Shop shop = shop().has(future("CEM7", 30).setOwner(Samples.owner("cem")));
    shop.record(
        by("eva", "first", FIRST).addCodes(code("ANNA10")),
        by("eva", "second", TIME.minus(A_DAY)).addCodes(code("CEM7")));
    shop.record(by("eva", "later", TIME));

    assertThat(creditOf(shop, "later")).isEqualTo("cem by code");
  }

  @Test
  void an_order_is_bound_up_to_the_last_instant_of_the_days_and_not_after() {
    Shop shop = shop().has(future("CEM7", 30).setOwner(Samples.owner("cem")));
    Instant last = FIRST.plus(Duration.ofDays(30));
    shop.record(by("eva", "first", FIRST).addCodes(code("CEM7")));
    shop.record(by("eva", "at-last", last), by("eva", "after", last.plusNanos(1_000)));

    assertThat(creditOf(shop, "at-last")).isEqualTo("cem by code");
    assertThat(creditOf(shop, "after")).isEqualTo("nobody");
  }

  @Test
  void nobody_is_bound_by_a_code_of_this_order_only() {
    Shop shop = shop();
    shop.record(by("eva", "first", FIRST).addCodes(code("BO5")));
    shop.record(by("eva", "later", TIME));

    assertThat(creditOf(shop, "later")).isEqualTo("nobody");
  }

  @Test
  void others_other_shops_earlier_orders_tests_and_sign_ups_are_not_bound() {
    Shop shop = shop();
    shop.record(by("eva", "first", TIME).addCodes(code("ANNA10")));
    shop.record(by("tom", "other", TIME.plusSeconds(1)));
    shop.record(by("eva", "outlet", TIME.plusSeconds(1)).setStorefrontId("outlet"));
    shop.record(by("eva", "earlier", TIME.minusSeconds(1)));
    shop.record(by("eva", "same-time", TIME));
    shop.record(by("eva", "test", TIME.plusSeconds(1)).setTest(true));
    shop.record(by("eva", "test-first", TIME).setTest(true).addCodes(code("ANNA10")));
    shop.record(guest("guest", TIME.plusSeconds(1)));

    for (String orderId : List.of("other", "earlier", "same-time", "test", "guest")) {
      assertThat(creditOf(shop, orderId)).as(orderId).isEqualTo("nobody");
    }
  }

  @Test
  void a_voided_or_cancelled_order_binds_nobody_and_orders_that_it_bound_keep_that() {
    Shop shop = shop();
    shop.record(by("eva", "first", FIRST).addCodes(code("ANNA10")));
    shop.record(by("eva", "before", TIME.minus(A_DAY)));
    shop.refund(
        Orders.refund("first", "r-1", 0).setKind(RefundKind.REFUND_KIND_CANCEL).clearComponents());
    shop.record(by("eva", "after", TIME));
    shop.touched(click("bo-bio"));
    shop.record(voided(by("tom", "void", FIRST).addCodes(code("ANNA10"))));
    shop.record(by("tom", "tom-after", TIME));

    assertThat(creditOf(shop, "before")).isEqualTo("anna by code");
    assertThat(creditOf(shop, "after")).isEqualTo("bo by link");
    assertThat(creditOf(shop, "tom-after")).isEqualTo("nobody");
  }

  @Test
  void an_earlier_order_that_is_recorded_later_changes_the_later_one() {
    Shop shop = shop().touched(click("bo-bio"));
    shop.record(by("eva", "later", TIME));
    assertThat(creditOf(shop, "later")).isEqualTo("bo by link");
    shop.record(by("eva", "first", FIRST).addCodes(code("ANNA10")));

    Attribution attribution = shop.settled("later").getAttribution();

    assertThat(creditOf(shop, "later")).isEqualTo("anna by code");
    assertThat(attribution.getRevision()).isEqualTo(2);
    assertThat(attribution.getReason()).isEqualTo(RevisionReason.REVISION_REASON_REATTRIBUTED);
  }

  @Test
  void an_earlier_order_that_is_recorded_after_the_window_changes_nothing() {
    Shop shop = shop();
    shop.record(by("eva", "later", TIME));
    service.clock().advance(Duration.ofDays(7).plusNanos(1_000));
    shop.record(by("eva", "first", FIRST).addCodes(code("ANNA10")));

    assertThat(creditOf(shop, "later")).isEqualTo("nobody");
  }

  @Test
  void a_late_touch_of_the_binding_creator_takes_over_and_one_of_another_does_not() {
    Shop shop = shop();
    shop.record(by("eva", "first", FIRST).addCodes(code("ANNA10")));
    shop.record(by("eva", "later", TIME));
    shop.touched(click("bo-bio"));
    assertThat(creditOf(shop, "later")).isEqualTo("anna by code");
    shop.touched(click("anna-bio").setEventTime(time(TIME.minusSeconds(10))));

    assertThat(creditOf(shop, "later")).isEqualTo("anna by link");
  }

  @Test
  void a_code_that_has_credit_only_after_a_late_touch_binds_from_then_on() {
    Shop shop =
        shop()
            .has(
                future("CEM7", 365)
                    .setOwner(Samples.owner("cem"))
                    .setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_IF_INVOLVED))
            .has(link("cem-bio").setOwner(Samples.owner("cem")).clearUtm());
    shop.record(by("eva", "first", FIRST).addCodes(code("CEM7")));
    shop.record(by("eva", "later", TIME));
    assertThat(creditOf(shop, "later")).isEqualTo("nobody");
    shop.touched(click("cem-bio").setEventTime(time(FIRST.minusSeconds(60))));
    shop.settled("first");
    // What the settler wrote about it is behind what the shop wrote; a resend tells where.
    shop.record(by("eva", "first", FIRST).addCodes(code("CEM7")));

    assertThat(creditOf(shop, "later")).isEqualTo("cem by code");
  }

  @Test
  void whatever_the_order_of_arrival_the_credit_is_the_same() {
    List<String> outcomes = new ArrayList<>();
    for (List<Integer> arrival :
        List.of(
            List.of(0, 1, 2),
            List.of(0, 2, 1),
            List.of(1, 0, 2),
            List.of(1, 2, 0),
            List.of(2, 0, 1),
            List.of(2, 1, 0))) {
      Shop shop = shop().has(future("CEM7", 30).setOwner(Samples.owner("cem")));
      List<Conversion.Builder> orders =
          List.of(
              by("eva", "first", FIRST).addCodes(code("ANNA10")),
              by("eva", "second", FIRST.plus(A_DAY)).addCodes(code("CEM7")),
              by("eva", "third", FIRST.plus(A_DAY).plus(A_DAY)));
      arrival.forEach(i -> shop.record(orders.get(i)));
      shop.settled("third");
      outcomes.add(
          creditOf(shop, "first")
              + ", "
              + creditOf(shop, "second")
              + ", "
              + creditOf(shop, "third"));
    }

    assertThat(outcomes).containsOnly("anna by code, cem by code, cem by code");
  }

  @Test
  void a_change_of_scope_counts_for_orders_that_are_recorded_after_it() {
    Shop shop = shop();
    shop.record(by("eva", "first", FIRST).addCodes(code("BO5")));
    shop.changed(
        PromoCode.newBuilder()
            .setCodeId("BO5")
            .setCreditScope(CodeCreditScope.CODE_CREDIT_SCOPE_THIS_AND_FUTURE)
            .build(),
        "credit_scope");
    shop.record(by("eva", "second", FIRST.plus(A_DAY)));
    shop.record(by("tom", "tom-first", FIRST).addCodes(code("BO5")));
    shop.record(by("tom", "tom-later", TIME));

    assertThat(creditOf(shop, "second")).isEqualTo("nobody");
    assertThat(creditOf(shop, "tom-later")).isEqualTo("bo by code");
  }

  /** Anna's code binds for a year, Bo's for nothing; both have links. */
  private Shop shop() {
    return new Shop(service)
        .has(future("ANNA10", 0), Samples.code("BO5").setOwner(BO))
        .has(link("anna-bio"), link("bo-bio").setOwner(BO).clearUtm());
  }

  private static PromoCode.Builder future(String code, int days) {
    return Samples.code(code)
        .setCreditScope(CodeCreditScope.CODE_CREDIT_SCOPE_THIS_AND_FUTURE)
        .setFutureDays(days);
  }

  private static Conversion.Builder by(String customer, String orderId, Instant at) {
    return guest(orderId, at).setCustomerId(customer);
  }

  private static Conversion.Builder guest(String orderId, Instant at) {
    return order(orderId).clearVisitorId().setConversionTime(time(at));
  }

  private static Conversion.Builder voided(Conversion.Builder order) {
    return order.setPaymentState(PaymentState.PAYMENT_STATE_VOIDED);
  }

  /** A click of Eva within the window before the later orders. */
  private static dev.tributary.attribution.v1.Touch.Builder click(String linkId) {
    return Samples.touch("click-" + linkId)
        .setLinkId(linkId)
        .setVisitorId("visitor-of-" + linkId)
        .setCustomerId("eva")
        .setEventTime(time(TIME.minusSeconds(3_000)));
  }

  private static String creditOf(Shop shop, String orderId) {
    Credit credit = shop.settled(orderId).getAttribution().getCredits(0);
    return credit.getSource() == CreditSource.CREDIT_SOURCE_UNATTRIBUTED
        ? "nobody"
        : credit.getOwner().getCreatorId()
            + " by "
            + credit
                .getSource()
                .name()
                .substring("CREDIT_SOURCE_".length())
                .toLowerCase(java.util.Locale.ROOT);
  }
}
