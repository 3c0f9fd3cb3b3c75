package dev.tributary.attribution.settle;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.renewal;
import static dev.tributary.attribution.conversion.Orders.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.Attribution;
import dev.tributary.attribution.v1.Candidate;
import dev.tributary.attribution.v1.CandidateDecision;
import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.attribution.v1.RenewalCredit;
import dev.tributary.attribution.v1.RevisionReason;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.UnattributedReason;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Renewals of subscriptions, which have the credit of their first payment. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RenewalsTest {
  private final TestAttribution service;

  RenewalsTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  private static final Instant FIRST = Instant.parse("2025-01-31T12:00:00Z");
  private static final ConversionType RENEWAL = ConversionType.CONVERSION_TYPE_SUBSCRIPTION_RENEWAL;
  private static final ConversionType START = ConversionType.CONVERSION_TYPE_SUBSCRIPTION_START;

  @AfterEach
  void resetClock() {
    service.clock().set(TestAttribution.NOW);
  }

  @Test
  @Names("CandidateDecision.FIRST_PAYMENT")
  void a_renewal_has_the_split_of_its_first_payment_whatever_touches_it_has() {
    Shop shop = shop();
    shop.record(first("s-1").addCodes(Orders.code("SPLIT")));
    shop.touched(
        Samples.touch("later").setLinkId("cem-bio").setEventTime(time(at("2025-03-30T12:00:00Z"))));
    shop.record(renewal("r-2", "s-1", 2).setConversionTime(time(at("2025-03-31T12:00:00Z"))));

    Attribution credited = shop.settled(RENEWAL, "r-2").getAttribution();
    ExplainAttributionResponse explained = shop.explain(RENEWAL, "r-2");

    assertThat(creators(credited)).isEqualTo("anna 6000, bo 4000");
    assertThat(credited.getRevision()).isEqualTo(1);
    assertThat(credited.getPolicy().getStickyMonths()).isEqualTo(12);
    assertThat(explained.getSummary())
        .startsWith(
            "The renewal has the credit of the first payment, order first-s-1 of 2025-01-31")
        .contains("creator anna with", "creator bo with");
    assertThat(explained.getFirstPayment().getOrderId()).isEqualTo("first-s-1");
    assertThat(explained.getFirstPayment().getConversionTime()).isEqualTo(time(FIRST));
    assertThat(explained.getFirstPayment().getStickyUntil())
        .isEqualTo(time(at("2026-01-31T12:00:00Z")));
    assertThat(explained.getFirstPayment().getPartsList())
        .extracting(part -> part.getOwner().getCreatorId())
        .containsExactly("anna", "bo");
    assertThat(explained.getCandidatesList())
        .extracting(Candidate::getTouchId, Candidate::getDecision)
        .contains(
            org.assertj.core.api.Assertions.tuple(
                "later", CandidateDecision.CANDIDATE_DECISION_FIRST_PAYMENT));
  }

  @Test
  @Names("UnattributedReason.STICKY_ENDED")
  void credit_sticks_for_calendar_months_in_utc_the_last_instant_included() {
    Shop shop = shop(Storefront.newBuilder().setStickyMonths(1));
    shop.record(first("s-1"));
    shop.record(
        renewal("in", "s-1", 2).setConversionTime(time(at("2025-02-28T12:00:00Z"))),
        renewal("out", "s-1", 3).setConversionTime(time(at("2025-02-28T12:00:00.000001Z"))));

    assertThat(creators(shop.settled(RENEWAL, "in").getAttribution())).isEqualTo("bo 10000");
    Attribution ended = shop.settled(RENEWAL, "out").getAttribution();
    assertThat(ended.getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_STICKY_ENDED);
    assertThat(shop.explain(RENEWAL, "out").getSummary())
        .isEqualTo(
            "Nobody is credited: the credit of the first payment, order first-s-1 of %s sticks until"
                    .formatted(FIRST)
                + " 2025-02-28T12:00:00Z.");
  }

  @Test
  void with_no_months_only_a_renewal_at_the_very_time_of_the_first_payment_has_its_credit() {
    Shop shop = shop(Storefront.newBuilder().setStickyMonths(0));
    shop.record(first("s-1"));
    shop.record(renewal("r-2", "s-1", 2));

    assertThat(shop.settled(RENEWAL, "r-2").getAttribution().getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_STICKY_ENDED);
  }

  @Test
  @Names("UnattributedReason.PENDING_FIRST")
  void a_renewal_that_comes_before_its_first_payment_waits_for_it() {
    Shop shop = shop();
    Conversion.Builder early =
        renewal("r-2", "s-1", 2).setConversionTime(time(at("2025-03-31T12:00:00Z")));
    assertThat(shop.record(early).get(0).getAttribution().getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_PENDING_FIRST);

    shop.record(first("s-1"));

    Attribution settled = shop.settled(RENEWAL, "r-2").getAttribution();
    assertThat(creators(settled)).isEqualTo("bo 10000");
    assertThat(settled.getReason()).isEqualTo(RevisionReason.REVISION_REASON_REATTRIBUTED);
    assertThat(shop.explain(RENEWAL, "r-2").getFirstPayment().getOrderId()).isEqualTo("first-s-1");
  }

  @Test
  void a_first_payment_that_comes_after_the_re_attribution_window_of_a_renewal_changes_nothing() {
    Shop shop = shop();
    shop.record(
        renewal("in-time", "s-1", 2).setConversionTime(time(at("2025-03-31T12:00:00Z"))),
        renewal("too-late", "s-2", 2).setConversionTime(time(at("2025-03-31T12:00:00Z"))));
    service.clock().advance(Duration.ofDays(7));
    shop.record(first("s-1"));
    service.clock().advance(Duration.ofNanos(1_000));
    shop.record(first("s-2"));

    assertThat(creators(shop.settled(RENEWAL, "in-time").getAttribution())).isEqualTo("bo 10000");
    Attribution late = shop.settled(RENEWAL, "too-late").getAttribution();
    assertThat(late.getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_PENDING_FIRST);
    assertThat(late.getRevision()).isEqualTo(1);
  }

  @Test
  void renewals_follow_when_the_credit_of_their_first_payment_moves() {
    Shop shop = shop();
    shop.record(
        first("s-1"), renewal("r-2", "s-1", 2).setConversionTime(time(at("2025-03-31T12:00:00Z"))));
    shop.touched(click("late", "anna-bio", FIRST.minusSeconds(60)));
    shop.settled(START, "first-s-1");
    // A resend is answered with the place of what holds by now, so the next read waits for it.
    shop.record(first("s-1"));
    ConversionRecord renewed = shop.settled(RENEWAL, "r-2");

    assertThat(creators(shop.settled(START, "first-s-1").getAttribution())).isEqualTo("anna 10000");
    assertThat(creators(renewed.getAttribution())).isEqualTo("anna 10000");
    assertThat(
            renewed.getPostingsList().stream()
                .filter(posting -> posting.getOwner().getCreatorId().equals("bo"))
                .mapToLong(posting -> posting.getAmountMinor())
                .sum())
        .isZero();
  }

  @Test
  @Names("UnattributedReason.FIRST_UNATTRIBUTED")
  void a_renewal_whose_first_payment_is_nobodys_is_nobodys_too() {
    Shop shop = shop();
    shop.record(start("f-1", "s-1").setVisitorId("stranger").setConversionTime(time(FIRST)));
    shop.record(renewal("r-2", "s-1", 2).setConversionTime(time(at("2025-03-31T12:00:00Z"))));

    assertThat(shop.settled(RENEWAL, "r-2").getAttribution().getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_FIRST_UNATTRIBUTED);
  }

  @Test
  void a_subscription_of_another_storefront_is_another_one() {
    Shop shop = shop();
    shop.record(first("s-1"));
    shop.record(
        renewal("r-2", "s-1", 2)
            .setStorefrontId("other")
            .setConversionTime(time(at("2025-03-31T12:00:00Z"))));

    assertThat(
            shop.record(renewal("r-3", "s-1", 3).setStorefrontId("other"))
                .get(0)
                .getAttribution()
                .getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_PENDING_FIRST);
  }

  @Test
  void a_shop_may_credit_each_renewal_by_its_own_last_touch() {
    Shop shop =
        shop(Storefront.newBuilder().setRenewalCredit(RenewalCredit.RENEWAL_CREDIT_LAST_TOUCH));
    shop.record(first("s-1"));
    shop.touched(click("later", "anna-bio", at("2025-03-30T12:00:00Z")));
    shop.record(renewal("r-2", "s-1", 2).setConversionTime(time(at("2025-03-31T12:00:00Z"))));

    Attribution credited = shop.settled(RENEWAL, "r-2").getAttribution();

    assertThat(creators(credited)).isEqualTo("anna 10000");
    assertThat(credited.getPolicy().hasStickyMonths()).isFalse();
  }

  @Test
  void a_refund_of_a_renewal_takes_from_those_who_have_the_credit_of_the_first_payment() {
    Shop shop = shop();
    shop.record(first("s-1").addCodes(Orders.code("SPLIT")));
    shop.record(renewal("r-2", "s-1", 2).setConversionTime(time(at("2025-03-31T12:00:00Z"))));
    shop.refund(Orders.refund("r-2", "refund", 5_000).setType(RENEWAL));

    assertThat(creators(shop.settled(RENEWAL, "r-2").getAttribution()))
        .isEqualTo("anna 3000, bo 2000");
  }

  private Shop shop() {
    return shop(Storefront.newBuilder());
  }

  /** The visitor clicked on Bo's link a day before the first payment. */
  private Shop shop(Storefront.Builder storefront) {
    return new Shop(service)
        .has(storefront.setStorefrontId("main"))
        .has(
            Samples.link("anna-bio"),
            Samples.link("bo-bio").setOwner(Samples.BO).setUtm(Samples.utm("bo")),
            Samples.link("cem-bio").setOwner(Samples.owner("cem")).setUtm(Samples.utm("cem")))
        .has(
            Samples.code("SPLIT")
                .setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT)
                .setSplitBasisPoints(6_000))
        .touched(click("click", "bo-bio", FIRST.minus(Duration.ofDays(1))));
  }

  private static Conversion.Builder first(String subscriptionId) {
    return start("first-" + subscriptionId, subscriptionId).setConversionTime(time(FIRST));
  }

  private static dev.tributary.attribution.v1.Touch.Builder click(
      String touchId, String linkId, Instant at) {
    return Samples.touch(touchId).setLinkId(linkId).setEventTime(time(at));
  }

  private static Instant at(String time) {
    return Instant.parse(time);
  }

  private static String creators(Attribution attribution) {
    return String.join(
        ", ",
        attribution.getCreditsList().stream()
            .map(credit -> credit.getOwner().getCreatorId() + " " + credit.getNetMinor())
            .toList());
  }
}
