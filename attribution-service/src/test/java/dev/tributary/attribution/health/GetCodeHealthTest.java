package dev.tributary.attribution.health;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.CodeAction;
import dev.tributary.attribution.v1.CodeHealth;
import dev.tributary.attribution.v1.CodeHealthStatus;
import dev.tributary.attribution.v1.CodePeers;
import dev.tributary.attribution.v1.CodeQuotient;
import dev.tributary.attribution.v1.CodeSignal;
import dev.tributary.attribution.v1.CodeSignalGap;
import dev.tributary.attribution.v1.CodeSignalKind;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.GetCodeHealthRequest;
import dev.tributary.attribution.v1.GetCodeHealthResponse;
import dev.tributary.attribution.v1.PeerBasis;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Health of codes, through the whole service. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class GetCodeHealthTest {
  private static final Instant WEEK = TestAttribution.NOW.minus(Duration.ofDays(7));
  private static final int HISTORY_DAYS = 28;

  private final TestAttribution service;
  private int orders;

  GetCodeHealthTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void a_leaked_code_is_suspect_and_a_healthy_podcast_code_is_ok() {
    Shop shop = aShopWithALeak();

    GetCodeHealthResponse response = ask(shop, request().setCampaignId("spring"));

    assertThat(response.getCodesList())
        .extracting(CodeHealth::getCodeId)
        .containsExactly("ANNA10", "BO10");
    CodeHealth leaked = response.getCodes(0);
    assertThat(leaked.getStatus()).isEqualTo(CodeHealthStatus.CODE_HEALTH_STATUS_SUSPECT);
    assertThat(leaked.getAction()).isEqualTo(CodeAction.CODE_ACTION_CODE_IF_INVOLVED);
    assertThat(leaked.getUseCount()).isEqualTo(84);
    assertThat(leaked.getBaselineUseCount()).isEqualTo(56);
    CodeSignal noTouch = signal(leaked, CodeSignalKind.CODE_SIGNAL_KIND_NO_TOUCH);
    assertThat(noTouch.getValue()).isEqualTo(quotient(70, 84));
    assertThat(noTouch.getOwnBaseline()).isEqualTo(quotient(0, 56));
    assertThat(noTouch.getContribution()).isEqualTo(20);
    assertThat(signal(leaked, CodeSignalKind.CODE_SIGNAL_KIND_COUPON_REFERRER).getValue())
        .isEqualTo(quotient(70, 84));
    CodeHealth podcast = response.getCodes(1);
    assertThat(podcast.getStatus()).isEqualTo(CodeHealthStatus.CODE_HEALTH_STATUS_OK);
    assertThat(podcast.getScore()).isZero();
    assertThat(signal(podcast, CodeSignalKind.CODE_SIGNAL_KIND_NO_TOUCH).getValue())
        .isEqualTo(quotient(28, 28));
    assertThat(signal(podcast, CodeSignalKind.CODE_SIGNAL_KIND_FOREIGN_REGION).getGap())
        .isEqualTo(CodeSignalGap.CODE_SIGNAL_GAP_NOT_ASKED);
    assertThat(response.getMethodVersion()).isEqualTo(1);
    assertThat(response.getMethod()).contains("Iglewicz and Hoaglin");
    assertThat(response.getAsOfCount()).isEqualTo(1);
    // Nothing is held by a score.
    assertThat(shop.settled("leak-0").getHoldStateValue()).isZero();
  }

  @Test
  @Names("CodeSignalGap.NOT_ASKED")
  void without_regions_to_expect_nothing_is_said_about_regions() {
    Shop shop = aShopWithALeak();

    CodeHealth health = ask(shop, request().addCodeIds("ANNA10")).getCodes(0);

    CodeSignal regions = signal(health, CodeSignalKind.CODE_SIGNAL_KIND_FOREIGN_REGION);
    assertThat(regions.getGap()).isEqualTo(CodeSignalGap.CODE_SIGNAL_GAP_NOT_ASKED);
    assertThat(regions.hasContribution()).isFalse();
    assertThat(regions.getMessage()).isEqualTo("No regions of the audience are told.");
  }

  @Test
  void the_same_question_has_the_same_answer() {
    Shop shop = aShopWithALeak();
    GetCodeHealthRequest.Builder request =
        request().addCodeIds("ANNA10").addCodeIds("BO10").addCodeIds("UNUSED");

    List<CodeHealth> first = ask(shop, request).getCodesList();

    assertThat(ask(shop, request).getCodesList()).isEqualTo(first);
    assertThat(first.get(2).getStatus())
        .isEqualTo(CodeHealthStatus.CODE_HEALTH_STATUS_NOT_ENOUGH_DATA);
    assertThat(first.get(2).hasScore()).isFalse();
  }

  @Test
  void peers_are_the_group_of_the_request_or_else_the_campaign() {
    Shop shop = aShopWithALeak();

    CodeHealth ofCampaign = ask(shop, request().addCodeIds("BO10")).getCodes(0);
    CodeHealth ofGroup =
        ask(
                shop,
                request()
                    .addCodeIds("BO10")
                    .addPeerGroups(CodePeers.newBuilder().setName("podcasts").addCodeIds("BO10")))
            .getCodes(0);

    assertThat(ofCampaign.getPeerBasis()).isEqualTo(PeerBasis.PEER_BASIS_CAMPAIGN);
    assertThat(ofCampaign.getPeers()).isEqualTo("spring");
    assertThat(signal(ofCampaign, CodeSignalKind.CODE_SIGNAL_KIND_NO_TOUCH).getPeerValue())
        .isEqualTo(quotient(70, 84));
    assertThat(ofGroup.getPeerBasis()).isEqualTo(PeerBasis.PEER_BASIS_GROUP);
    assertThat(signal(ofGroup, CodeSignalKind.CODE_SIGNAL_KIND_NO_TOUCH).hasPeerValue()).isFalse();
  }

  @Test
  void a_customer_who_bought_before_is_returning_and_the_last_touch_tells_where_from() {
    Shop shop = shop();
    List<Conversion.Builder> conversions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String visitor = "v-" + i;
      shop.touched(
          Samples.touch("t-" + i)
              .setVisitorId(visitor)
              .setReferrerHost("deals.example")
              .setEventTime(time(WEEK.plusSeconds(60))));
      conversions.add(
          order("first-" + i)
              .setConversionTime(time(WEEK.minusSeconds(3_600)))
              .setCustomerId("c-" + i)
              .clearVisitorId());
      conversions.add(
          order("second-" + i)
              .setConversionTime(time(WEEK.plusSeconds(3_600)))
              .setCustomerId("c-" + i)
              .setVisitorId(visitor)
              .addCodes(code("ANNA10")));
    }
    shop.record(conversions.toArray(Conversion.Builder[]::new));

    CodeHealth health =
        ask(shop, request().addCodeIds("ANNA10").addCouponHosts("deals.example")).getCodes(0);

    assertThat(signal(health, CodeSignalKind.CODE_SIGNAL_KIND_RETURNING).getValue())
        .isEqualTo(quotient(20, 20));
    assertThat(signal(health, CodeSignalKind.CODE_SIGNAL_KIND_RETURNING).hasContribution())
        .isFalse();
    assertThat(signal(health, CodeSignalKind.CODE_SIGNAL_KIND_COUPON_REFERRER).getValue())
        .isEqualTo(quotient(20, 20));
  }

  @Test
  void what_is_wrong_with_a_question_is_named() {
    Shop shop = shop();

    assertThat(fieldOf(shop, request())).isEqualTo("code_ids");
    assertThat(fieldOf(shop, request().addCodeIds("ANNA10").clearWindow())).isEqualTo("window");
    assertThat(fieldOf(shop, request().addCodeIds("ANNA10").setBaselineDays(13)))
        .isEqualTo("baseline_days");
    assertThat(fieldOf(shop, request().addCodeIds("ANNA10").addCouponHosts("http://x")))
        .isEqualTo("coupon_hosts[0]");
    CodePeers podcasts = CodePeers.newBuilder().setName("a").addCodeIds("ANNA10").build();
    assertThat(
            fieldOf(
                shop,
                request()
                    .addCodeIds("ANNA10")
                    .addPeerGroups(podcasts)
                    .addPeerGroups(podcasts.toBuilder().setName("b"))))
        .isEqualTo("peer_groups[1].code_ids");
  }

  /** Four quiet weeks of both codes, then a week in which one of them is on a coupon site. */
  private Shop aShopWithALeak() {
    Shop shop = shop();
    List<Touch.Builder> touches = new ArrayList<>();
    List<Conversion.Builder> conversions = new ArrayList<>();
    for (int day = -HISTORY_DAYS; day < 7; day++) {
      Instant morning = WEEK.plus(Duration.ofDays(day)).plusSeconds(60);
      for (int i = 0; i < 2; i++) {
        String visitor = "fan-" + ++orders;
        touches.add(
            Samples.touch("t-" + orders)
                .setVisitorId(visitor)
                .setEventTime(time(morning.minusSeconds(3_600))));
        conversions.add(
            use("ANNA10", "fan-" + orders, morning)
                .setVisitorId(visitor)
                .setReferrerHost("instagram.com"));
      }
      for (int i = 0; i < 4; i++) {
        conversions.add(use("BO10", "listener-" + ++orders, morning).clearVisitorId());
      }
    }
    for (int i = 0; i < 70; i++) {
      conversions.add(
          use("ANNA10", "leak-" + i, WEEK.plus(Duration.ofHours(2L * i)))
              .setVisitorId("stranger-" + i)
              .setReferrerHost("www.retailmenot.com"));
    }
    shop.touched(touches.toArray(Touch.Builder[]::new));
    shop.record(conversions.toArray(Conversion.Builder[]::new));
    return shop;
  }

  private Shop shop() {
    return new Shop(service)
        .has(Samples.code("ANNA10").setOwner(ANNA), Samples.code("BO10").setOwner(BO))
        .has(link("anna-bio"));
  }

  private static Conversion.Builder use(String code, String orderId, Instant at) {
    return order(orderId).setConversionTime(time(at)).addCodes(code(code));
  }

  private static GetCodeHealthRequest.Builder request() {
    return GetCodeHealthRequest.newBuilder()
        .setWindow(
            TimeRange.newBuilder().setStartTime(time(WEEK)).setEndTime(time(TestAttribution.NOW)))
        .setBaselineDays(HISTORY_DAYS);
  }

  private static GetCodeHealthResponse ask(Shop shop, GetCodeHealthRequest.Builder request) {
    return shop.analysis()
        .getCodeHealth(request.build().toBuilder().addAtLeast(shop.written().encode()).build());
  }

  private static String fieldOf(Shop shop, GetCodeHealthRequest.Builder request) {
    return fieldsOf(failureOf(() -> shop.analysis().getCodeHealth(request.build()))).get(0);
  }

  private static CodeSignal signal(CodeHealth health, CodeSignalKind kind) {
    return health.getSignals(kind.getNumber() - 1);
  }

  private static CodeQuotient quotient(long numerator, long denominator) {
    return CodeQuotient.newBuilder().setNumerator(numerator).setDenominator(denominator).build();
  }
}
