package dev.tributary.attribution.settle;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.Attribution;
import dev.tributary.attribution.v1.Candidate;
import dev.tributary.attribution.v1.CandidateDecision;
import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.PostingKind;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.RevisionReason;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchScope;
import dev.tributary.attribution.v1.UnattributedReason;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Touches that are recorded after the orders that they led to. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class LateTouchesTest {
  private static final Duration WINDOW = Duration.ofDays(7);

  private final TestAttribution service;

  LateTouchesTest(TestDatabases kind) {
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
  void a_late_touch_is_credited_and_explained() {
    Shop shop = shop();
    shop.record(order("o-1"));
    shop.touched(click("late"));

    Attribution attribution = shop.settled("o-1").getAttribution();

    assertThat(attribution.getRevision()).isEqualTo(2);
    assertThat(attribution.getReason()).isEqualTo(RevisionReason.REVISION_REASON_REATTRIBUTED);
    assertThat(attribution.getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_UNSPECIFIED);
    assertThat(attribution.getCredits(0).getOwner()).isEqualTo(ANNA);
    assertThat(attribution.getCredits(0).getNetMinor()).isEqualTo(10_000);
    ExplainAttributionResponse explained = shop.explain("o-1");
    assertThat(explained.getAttribution()).isEqualTo(attribution);
    assertThat(explained.getSummary())
        .startsWith("The last touch of a creator is on link anna-bio");
    assertThat(explained.getAsOfList()).extracting(asOf -> asOf.getFeed()).contains("attribution");
  }

  @Test
  void postings_move_the_credit_at_the_time_of_the_order() {
    Shop shop = shop();
    shop.touched(click("in-time").setLinkId("bo-bio").setEventTime(ago(2)));
    shop.record(order("o-1"));
    shop.touched(click("late").setEventTime(ago(1)));

    ConversionRecord record = shop.settled("o-1");

    assertThat(record.getPostingsList()).hasSize(3);
    assertThat(record.getPostingsList().subList(1, 3))
        .allSatisfy(
            posting -> {
              assertThat(posting.getRevision()).isEqualTo(2);
              assertThat(posting.getKind()).isEqualTo(PostingKind.POSTING_KIND_REATTRIBUTION);
              assertThat(posting.getEffectiveTime()).isEqualTo(time(Orders.TIME));
            });
    assertThat(netOf(record, "anna")).isEqualTo(10_000);
    assertThat(netOf(record, "bo")).isZero();
  }

  @Test
  void a_refund_before_it_is_settled_and_one_after_are_the_new_owners() {
    Shop shop = shop();
    shop.touched(click("in-time").setLinkId("bo-bio").setEventTime(ago(2)));
    shop.record(order("o-1"));
    shop.refund(refund("o-1", "r-1", 2_500));
    shop.touched(click("late").setEventTime(ago(1)));
    shop.settled("o-1");
    shop.refund(refund("o-1", "r-2", 1_000));

    ConversionRecord record = shop.settled("o-1");

    assertThat(record.getAttribution().getRevision()).isEqualTo(4);
    assertThat(record.getAttribution().getCreditsList()).hasSize(1);
    assertThat(record.getAttribution().getCredits(0).getOwner()).isEqualTo(ANNA);
    assertThat(record.getAttribution().getCredits(0).getRefundedMinor()).isEqualTo(3_500);
    assertThat(netOf(record, "bo")).isZero();
    assertThat(netOf(record, "anna")).isEqualTo(6_500);
    assertThat(record.getPostingsList())
        .filteredOn(posting -> posting.getRefundId().equals("r-1"))
        .extracting(Posting::getEffectiveTime)
        .containsOnly(time(Orders.TIME.plusSeconds(300)));
  }

  @Test
  void the_click_that_the_checkout_carried_may_arrive_after_the_order() {
    Shop shop = shop();
    shop.record(order("o-1").clearVisitorId().setClickId("click-1"));
    shop.touched(click("click-1").clearVisitorId());

    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
  }

  @Test
  void a_touch_of_the_customer_counts_as_one_of_the_visitor_does() {
    Shop shop = shop();
    shop.record(order("o-1").clearVisitorId().setCustomerId("customer-1"));
    shop.touched(click("late").setVisitorId("another-device").setCustomerId("customer-1"));

    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
  }

  @Test
  void the_window_ends_seven_days_after_the_order_was_received() {
    Shop shop = shop();
    shop.record(order("o-1"));
    shop.record(order("o-2").setVisitorId("visitor-2"));
    service.clock().advance(WINDOW);
    shop.touched(click("just-in-time"));
    service.clock().advance(Duration.ofNanos(1_000));
    shop.touched(click("too-late").setVisitorId("visitor-2"));

    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
    assertThat(shop.settled("o-2").getAttribution().getRevision()).isEqualTo(1);
  }

  @Test
  void what_came_too_late_stays_too_late_when_the_order_is_looked_at_again() {
    Shop shop = shop();
    shop.record(order("o-1"));
    service.clock().advance(WINDOW.plusSeconds(1));
    shop.touched(click("too-late"));
    shop.refund(refund("o-1", "r-1", 100));

    ConversionRecord record = shop.settled("o-1");

    assertThat(record.getAttribution().getRevision()).isEqualTo(2);
    assertThat(record.getAttribution().getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_NO_TOUCH);
  }

  @Test
  void an_old_order_that_is_imported_late_still_settles() {
    Shop shop = shop();
    Duration old = Duration.ofDays(80);
    shop.record(order("o-1").setConversionTime(time(Orders.TIME.minus(old))));
    shop.touched(click("old").setEventTime(time(Orders.TIME.minus(old).minusSeconds(60))));

    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
  }

  @Test
  void a_touch_outside_the_look_back_moves_no_credit_and_only_tells_why() {
    Shop shop = shop();
    shop.touched(click("in-time"));
    shop.record(order("o-1"), order("o-2").setVisitorId("visitor-2"));
    for (String visitor : new String[] {"visitor-1", "visitor-2"}) {
      shop.touched(click("old").setVisitorId(visitor).setEventTime(ago(31 * 24)));
      shop.touched(
          click("after").setVisitorId(visitor).setEventTime(time(Orders.TIME.plusSeconds(1))));
    }

    assertThat(shop.settled("o-1").getAttribution().getRevision()).isEqualTo(1);
    ConversionRecord nobodys = shop.settled("o-2");
    assertThat(nobodys.getPostingsList()).hasSize(1);
    assertThat(nobodys.getAttribution().getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_NO_ELIGIBLE_TOUCH);
  }

  @Test
  void no_touch_takes_credit_from_a_code() {
    Shop shop = shop().has(Samples.code("BO10").setOwner(BO));
    shop.record(order("o-1").addCodes(code("BO10")));
    shop.touched(click("late"));

    Attribution attribution = shop.settled("o-1").getAttribution();

    assertThat(attribution.getRevision()).isEqualTo(1);
    assertThat(attribution.getCredits(0).getOwner()).isEqualTo(BO);
  }

  @Test
  void a_late_touch_makes_a_code_that_counts_only_beside_one() {
    Shop shop =
        shop()
            .has(
                Samples.code("ANNA10")
                    .setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_IF_INVOLVED));
    shop.touched(click("in-time").setLinkId("bo-bio").setEventTime(ago(1)));
    shop.record(order("o-1").addCodes(code("ANNA10")));
    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("bo");
    shop.touched(click("late").setEventTime(ago(2)));

    ConversionRecord record = shop.settled("o-1");

    assertThat(creditedFor(record)).isEqualTo("anna");
    assertThat(record.getAttribution().getCredits(0).getSource())
        .isEqualTo(CreditSource.CREDIT_SOURCE_CODE);
    assertThat(netOf(record, "bo")).isZero();
  }

  @Test
  void a_late_touch_takes_its_part_of_a_code_that_shares_and_a_changed_policy_changes_nothing() {
    Shop shop =
        shop()
            .has(
                Samples.code("ANNA10")
                    .setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT)
                    .setSplitBasisPoints(6_000));
    shop.record(order("o-1").addCodes(code("ANNA10")));
    shop.changed(
        PromoCode.newBuilder()
            .setCodeId("ANNA10")
            .setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_WINS)
            .build(),
        "credit_policy");
    shop.touched(click("late").setLinkId("bo-bio"));

    ConversionRecord record = shop.settled("o-1");

    assertThat(netOf(record, "anna")).isEqualTo(6_000);
    assertThat(netOf(record, "bo")).isEqualTo(4_000);
    assertThat(shop.explain("o-1").getCandidates(0))
        .returns(CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT, Candidate::getCreditPolicy)
        .returns(6_000, Candidate::getSplitBasisPoints)
        .returns(
            "valid, of creator anna: credited with 60 %, the rest goes to a touch",
            Candidate::getMessage);
  }

  @Test
  void a_code_that_did_not_exist_then_stays_unknown_when_a_touch_is_credited() {
    Shop shop = shop();
    shop.record(order("o-1").addCodes(code("BO10")), order("o-2").addCodes(code("BO10")));
    shop.has(Samples.code("BO10").setOwner(BO));
    shop.refund(refund("o-2", "r-1", 100));
    shop.touched(click("late"));

    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
    assertThat(shop.explain("o-1").getCandidatesList())
        .extracting(Candidate::getDecision)
        .containsExactly(
            CandidateDecision.CANDIDATE_DECISION_CODE_UNKNOWN,
            CandidateDecision.CANDIDATE_DECISION_CHOSEN);
    assertThat(creditedFor(shop.settled("o-2"))).isEqualTo("anna");
  }

  @Test
  void a_link_that_is_made_later_changes_no_earlier_order() {
    Shop shop = shop();
    shop.touched(click("in-time").clearLinkId().setUtm(Samples.utm("shared")));
    shop.record(order("o-1"));
    service.clock().advance(Duration.ofHours(1));
    shop.has(link("made-later").setUtm(Samples.utm("shared")));
    shop.refund(refund("o-1", "r-1", 100));

    assertThat(shop.settled("o-1").getAttribution().getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_NO_ELIGIBLE_TOUCH);
  }

  @Test
  void an_order_is_decided_again_by_the_rules_that_were_its_own() {
    Shop shop = shop();
    shop.has(
        Storefront.newBuilder()
            .setStorefrontId("main")
            .setTouchScope(TouchScope.TOUCH_SCOPE_ALL_CHANNELS));
    shop.touched(click("creator").setEventTime(ago(2)));
    shop.record(order("o-1"));
    shop.has(
        Storefront.newBuilder()
            .setStorefrontId("main")
            .setTouchScope(TouchScope.TOUCH_SCOPE_CREATOR_TOUCHES));
    shop.touched(click("newsletter").setLinkId("newsletter").setEventTime(ago(1)));

    Attribution attribution = shop.settled("o-1").getAttribution();

    assertThat(attribution.getPolicy().getAllChannels()).isTrue();
    assertThat(attribution.getUnattributedReason())
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_OTHER_CHANNEL);
  }

  @Test
  void a_resend_changes_nothing_and_is_answered_with_what_holds() {
    Shop shop = shop();
    shop.record(order("o-1"));
    shop.touched(click("late"));
    Attribution settled = shop.settled("o-1").getAttribution();

    shop.touched(click("late"));
    Attribution resent = shop.record(order("o-1")).get(0).getAttribution();

    assertThat(resent).isEqualTo(settled);
    assertThat(shop.settled("o-1").getAttribution()).isEqualTo(settled);
  }

  @Test
  void who_has_more_orders_than_a_person_can_have_is_not_settled() {
    Shop shop = shop();
    for (int i = 0; i <= SuspectStore.ORDERS_MAX; i++) {
      shop.record(order("o-" + i).setVisitorId("everybody"));
    }
    shop.record(order("o-mine"));
    shop.touched(click("theirs").setVisitorId("everybody"), click("mine"));

    assertThat(creditedFor(shop.settled("o-mine"))).isEqualTo("anna");
    assertThat(shop.settled("o-7").getAttribution().getRevision()).isEqualTo(1);
  }

  private Shop shop() {
    return new Shop(service)
        .has(
            link("anna-bio"),
            link("bo-bio").setOwner(BO).setUtm(Samples.utm("bo")),
            link("newsletter").clearOwner().setUtm(Samples.utm("newsletter")));
  }

  private static Touch.Builder click(String touchId) {
    return Samples.touch(touchId);
  }

  private static Timestamp ago(int hours) {
    return time(Orders.TIME.minus(Duration.ofHours(hours)));
  }

  private static String creditedFor(ConversionRecord record) {
    return record.getAttribution().getCredits(0).getOwner().getCreatorId();
  }

  private static long netOf(ConversionRecord record, String creator) {
    return record.getPostingsList().stream()
        .filter(posting -> posting.getOwner().getCreatorId().equals(creator))
        .mapToLong(Posting::getAmountMinor)
        .sum();
  }
}
