package dev.tributary.attribution.conversion;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.Samples.touch;
import static dev.tributary.attribution.Samples.utm;
import static dev.tributary.attribution.conversion.Orders.TIME;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.Attribution;
import dev.tributary.attribution.v1.Candidate;
import dev.tributary.attribution.v1.CandidateDecision;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Credit;
import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.attribution.v1.SelfReported;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchScope;
import dev.tributary.attribution.v1.TouchValidity;
import dev.tributary.attribution.v1.UnattributedReason;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Who is credited for a conversion and why, through the whole service. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AttributionTest {
  private final TestAttribution service;

  AttributionTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  void a_code_wins_over_a_link_and_says_so() {
    Shop shop =
        shop()
            .has(Samples.code("ANNA10"))
            .has(link("bo-bio").setOwner(BO))
            .touched(clickOn("bo-bio"));

    Attribution attribution = decided(shop, order("o-1").addCodes(code("anna10")));

    assertThat(attribution.getCreditsList())
        .containsExactly(
            Credit.newBuilder()
                .setOwner(ANNA)
                .setSource(CreditSource.CREDIT_SOURCE_CODE)
                .setCodeId("ANNA10")
                .setConversionMillionths(1_000_000)
                .setGrossMinor(10_000)
                .setNetMinor(10_000)
                .build());
    ExplainAttributionResponse explained = shop.explain("o-1");
    assertThat(explained.getAttribution()).isEqualTo(attribution);
    assertThat(explained.getSummary()).isEqualTo("Code anna10 of creator anna wins over 1 touch.");
    assertThat(decisions(explained))
        .containsExactly(
            CandidateDecision.CANDIDATE_DECISION_CHOSEN,
            CandidateDecision.CANDIDATE_DECISION_CODE_WINS);
    Candidate click = explained.getCandidates(1);
    assertThat(click.getOwner()).isEqualTo(BO);
    assertThat(click.getSecondsBefore()).isEqualTo(3_000);
  }

  @Test
  void a_sale_counts_to_the_code_that_was_valid_at_its_time() {
    Shop shop =
        shop()
            .has(
                Samples.code("old").setCode("ANNA10").setEndTime(time(TIME)),
                Samples.code("new")
                    .setCode("ANNA-10")
                    .setOwner(ANNA.toBuilder().setCampaignId("summer"))
                    .setStartTime(time(TIME)));

    Attribution before =
        decided(
            shop,
            order("o-1").setConversionTime(time(TIME.minusNanos(1_000))).addCodes(code("ANNA-10")));
    Attribution after = decided(shop, order("o-2").addCodes(code("anna10")));

    assertThat(before.getCredits(0).getCodeId()).isEqualTo("old");
    assertThat(after.getCredits(0).getCodeId()).isEqualTo("new");
    assertThat(after.getCredits(0).getOwner().getCampaignId()).isEqualTo("summer");
  }

  @Test
  void a_sale_at_no_time_of_a_code_is_refused_as_by_the_nearest() {
    Shop shop =
        shop()
            .has(
                Samples.code("old")
                    .setCode("ANNA10")
                    .setEndTime(time(TIME.minus(Duration.ofDays(9)))),
                Samples.code("new")
                    .setCode("ANNA10")
                    .setStartTime(time(TIME.plus(Duration.ofDays(2)))));

    decided(shop, order("o-1").addCodes(code("ANNA10")));

    assertThat(decisions(shop.explain("o-1")))
        .containsExactly(CandidateDecision.CANDIDATE_DECISION_CODE_NOT_STARTED);
  }

  @Test
  @Names("CandidateDecision.CODE_REPEATED")
  void a_code_entered_in_two_spellings_counts_once() {
    Shop shop = shop().has(Samples.code("ANNA10"), Samples.code("BO5").setOwner(BO));

    Attribution attribution =
        decided(
            shop,
            order("o-1", 1_000)
                .addCodes(code("ANNA10", 100))
                .addCodes(code("Anna-10", 100))
                .addCodes(code("BO5", 100)));

    assertThat(attribution.getCreditsList())
        .extracting(Credit::getNetMinor)
        .containsExactly(500L, 500L);
    assertThat(decisions(shop.explain("o-1")))
        .containsExactly(
            CandidateDecision.CANDIDATE_DECISION_CHOSEN,
            CandidateDecision.CANDIDATE_DECISION_CODE_REPEATED,
            CandidateDecision.CANDIDATE_DECISION_CHOSEN);
  }

  @Test
  void codes_share_by_their_discounts_to_the_last_unit() {
    Shop shop = shop().has(Samples.code("ANNA10"), Samples.code("BO5").setOwner(BO));

    Attribution attribution =
        decided(shop, order("o-1", 1_000).addCodes(code("ANNA10", 200)).addCodes(code("BO5", 100)));

    assertThat(attribution.getCreditsList())
        .extracting(Credit::getNetMinor)
        .containsExactly(667L, 333L);
    assertThat(attribution.getCreditsList())
        .extracting(Credit::getConversionMillionths)
        .containsExactly(666_667, 333_333);
  }

  @Test
  void the_last_touch_of_the_visitor_or_the_customer_is_credited() {
    Shop shop =
        shop()
            .has(link("anna-bio"), link("bo-bio").setOwner(BO).clearUtm())
            .touched(
                clickOn("anna-bio").setVisitorId("visitor-1"),
                touch("on-phone")
                    .setLinkId("bo-bio")
                    .setVisitorId("visitor-2")
                    .setCustomerId("customer-1")
                    .setEventTime(time(TIME.minusSeconds(60))));

    assertThat(creditedFor(shop, order("visitor-only"))).isEqualTo("anna");
    assertThat(creditedFor(shop, order("customer-too").setCustomerId("customer-1")))
        .isEqualTo("bo");
  }

  @Test
  void the_click_that_the_checkout_carried_counts_whoever_made_it() {
    Shop shop = shop().has(link("anna-bio")).touched(touch("click-1").setVisitorId("somebody"));

    assertThat(creditedFor(shop, order("o-1").clearVisitorId().setClickId("click-1")))
        .isEqualTo("anna");
    assertThat(reasonOf(shop, order("o-2").clearVisitorId().setClickId("not-known-yet")))
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_NO_TOUCH);
  }

  @Test
  void a_visit_is_credited_through_its_utm_parameters_unless_they_fit_several_owners() {
    Shop shop =
        shop()
            .has(
                link("anna-bio").setUtm(utm("instagram")),
                link("anna-story").setUtm(utm(" Instagram ")),
                link("anna-tt").setUtm(utm("tiktok")),
                link("bo-tt").setUtm(utm("tiktok")).setOwner(BO))
            .touched(
                touch("v1").clearLinkId().setUtm(utm("INSTAGRAM")).setVisitorId("one"),
                touch("v2").clearLinkId().setUtm(utm("tiktok")).setVisitorId("two"),
                touch("v3").clearLinkId().setUtm(utm("google")).setVisitorId("three"));

    assertThat(creditedFor(shop, order("o-1").setVisitorId("one"))).isEqualTo("anna");
    assertThat(decisionOf(shop, order("o-2").setVisitorId("two")))
        .isEqualTo(CandidateDecision.CANDIDATE_DECISION_LINK_UNRESOLVED);
    assertThat(decisionOf(shop, order("o-3").setVisitorId("three")))
        .isEqualTo(CandidateDecision.CANDIDATE_DECISION_NOT_A_CREATOR);
  }

  @Test
  void both_ends_of_the_window_are_inside_to_the_microsecond() {
    Shop shop =
        shop()
            .has(link("anna-bio"))
            .touched(
                at("t1", Duration.ofDays(30)).setVisitorId("start"),
                at("t2", Duration.ZERO).setVisitorId("end"),
                at("t3", Duration.ofDays(30).plusNanos(1_000)).setVisitorId("early"),
                at("t4", Duration.ofNanos(-1_000)).setVisitorId("late"));

    assertThat(creditedFor(shop, order("o-1").setVisitorId("start"))).isEqualTo("anna");
    assertThat(creditedFor(shop, order("o-2").setVisitorId("end"))).isEqualTo("anna");
    assertThat(decisionOf(shop, order("o-3").setVisitorId("early")))
        .isEqualTo(CandidateDecision.CANDIDATE_DECISION_OUTSIDE_WINDOW);
    assertThat(decisionOf(shop, order("o-4").setVisitorId("late")))
        .isEqualTo(CandidateDecision.CANDIDATE_DECISION_AFTER_CONVERSION);
  }

  @Test
  void every_reason_why_nobody_is_credited() {
    Shop shop =
        shop()
            .has(Samples.code("ENDED").setEndTime(time(TIME)), Samples.code("WELCOME").clearOwner())
            .has(link("mail").clearOwner().clearUtm())
            .has(storefront("all").setTouchScope(TouchScope.TOUCH_SCOPE_ALL_CHANNELS))
            .touched(
                clickOn("mail").setVisitorId("reader"),
                touch("bot").setVisitorId("bot").setValidity(TouchValidity.TOUCH_VALIDITY_BOT));

    assertThat(reasonOf(shop, order("o-1").addCodes(code("TYPO"))))
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_CODE_UNKNOWN);
    assertThat(reasonOf(shop, order("o-2").addCodes(code("ENDED"))))
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_CODE_INVALID);
    assertThat(reasonOf(shop, order("o-3").addCodes(code("WELCOME"))))
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_CODE_UNOWNED);
    assertThat(reasonOf(shop, order("o-4")))
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_NO_TOUCH);
    assertThat(reasonOf(shop, order("o-5").setVisitorId("bot")))
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_NO_ELIGIBLE_TOUCH);
    assertThat(reasonOf(shop, order("o-6").setVisitorId("reader").setStorefrontId("all")))
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_OTHER_CHANNEL);
  }

  @Test
  void a_code_belongs_to_its_storefront() {
    Shop shop = shop().has(Samples.code("ANNA10").setStorefrontId("uk"));

    assertThat(creditedFor(shop, order("o-1").setStorefrontId("uk").addCodes(code("ANNA10"))))
        .isEqualTo("anna");
    assertThat(reasonOf(shop, order("o-1").addCodes(code("ANNA10"))))
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_CODE_UNKNOWN);
  }

  @Test
  void a_goal_without_amount_is_credited_as_a_conversion() {
    Shop shop = shop().has(link("anna-bio")).touched(clickOn("anna-bio"));

    Credit credit = decided(shop, signUp("s-1")).getCredits(0);

    assertThat(credit.getOwner()).isEqualTo(ANNA);
    assertThat(credit.getConversionMillionths()).isEqualTo(1_000_000);
    assertThat(credit.getGrossMinor()).isZero();
  }

  @Test
  void what_the_customer_said_is_shown_beside_and_is_no_credit() {
    SelfReported answer =
        SelfReported.newBuilder()
            .setRawText("saw it with Bo")
            .setCreatorId("bo")
            .setConfidenceMillionths(900_000)
            .build();
    Shop shop = shop();

    assertThat(reasonOf(shop, order("o-1").setSelfReported(answer)))
        .isEqualTo(UnattributedReason.UNATTRIBUTED_REASON_NO_TOUCH);
    assertThat(shop.explain("o-1").getSelfReported()).isEqualTo(answer);
  }

  @Test
  void of_too_many_touches_the_newest_are_looked_at() {
    Shop shop = shop().has(link("anna-bio"));
    for (int batch = 0; batch < 2; batch++) {
      int first = batch * 600;
      shop.touched(
          IntStream.range(first, first + 600)
              .mapToObj(i -> at("t" + i, Duration.ofSeconds(i)))
              .toArray(Touch.Builder[]::new));
    }

    decided(shop, order("o-1"));

    ExplainAttributionResponse explained = shop.explain("o-1");
    assertThat(explained.getTouchesCut()).isTrue();
    assertThat(explained.getCandidatesCount()).isEqualTo(1_000);
    assertThat(explained.getCandidates(0).getTouchId()).isEqualTo("t0");
  }

  @Test
  void a_test_touch_counts_for_a_test_order_only() {
    Shop shop = shop().has(link("anna-bio")).touched(clickOn("anna-bio").setTest(true));

    assertThat(creditedFor(shop, order("o-1").setTest(true))).isEqualTo("anna");
    assertThat(decisionOf(shop, order("o-2"))).isEqualTo(CandidateDecision.CANDIDATE_DECISION_TEST);
  }

  private Shop shop() {
    return new Shop(service);
  }

  private static Storefront.Builder storefront(String storefrontId) {
    return Storefront.newBuilder().setStorefrontId(storefrontId);
  }

  private static Touch.Builder clickOn(String linkId) {
    return touch("click-on-" + linkId).setLinkId(linkId);
  }

  private static Touch.Builder at(String touchId, Duration before) {
    return touch(touchId).setLinkId("anna-bio").setEventTime(time(TIME.minus(before)));
  }

  private static Attribution decided(Shop shop, Conversion.Builder conversion) {
    var result = shop.record(conversion).get(0);
    assertThat(result.getVerdict().hasRejection()).as("%s", result).isFalse();
    return result.getAttribution();
  }

  private static String creditedFor(Shop shop, Conversion.Builder conversion) {
    return decided(shop, conversion).getCredits(0).getOwner().getCreatorId();
  }

  private static UnattributedReason reasonOf(Shop shop, Conversion.Builder conversion) {
    Attribution attribution = decided(shop, conversion);
    assertThat(attribution.getCreditsList())
        .extracting(Credit::getSource)
        .containsExactly(CreditSource.CREDIT_SOURCE_UNATTRIBUTED);
    return attribution.getUnattributedReason();
  }

  /** What was decided about the first candidate of a conversion that nobody is credited for. */
  private static CandidateDecision decisionOf(Shop shop, Conversion.Builder conversion) {
    reasonOf(shop, conversion);
    return decisions(shop.explain(conversion.getOrderId())).get(0);
  }

  private static List<CandidateDecision> decisions(ExplainAttributionResponse explained) {
    return explained.getCandidatesList().stream().map(Candidate::getDecision).toList();
  }
}
