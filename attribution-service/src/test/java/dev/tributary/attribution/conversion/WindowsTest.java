package dev.tributary.attribution.conversion;

import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.Candidate;
import dev.tributary.attribution.v1.CandidateDecision;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.attribution.v1.LookbackWindow;
import dev.tributary.attribution.v1.PutStorefrontsRequest;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.attribution.v1.TouchWindow;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** How far back a touch may lie, by its type and the conversion's. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WindowsTest {
  private final TestAttribution service;

  WindowsTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  private static final long HOUR = 3_600;

  @Test
  void a_touch_exactly_as_old_as_its_window_counts_and_a_microsecond_more_does_not() {
    Shop shop = shop(window(TouchType.TOUCH_TYPE_CLICK, purchase(), HOUR));
    shop.touched(click("just", Duration.ofHours(1)));
    shop.touched(click("over", Duration.ofHours(1).plusNanos(1_000)).setVisitorId("visitor-2"));
    shop.record(order("o-1"), order("o-2").setVisitorId("visitor-2"));

    assertThat(shop.explain("o-1").getCandidates(0))
        .returns(CandidateDecision.CANDIDATE_DECISION_CHOSEN, Candidate::getDecision)
        .returns(HOUR, Candidate::getWindowSeconds);
    assertThat(shop.explain("o-2").getCandidates(0))
        .returns(CandidateDecision.CANDIDATE_DECISION_OUTSIDE_WINDOW, Candidate::getDecision);
    assertThat(shop.explain("o-2").getSummary()).contains("longer ago than 1 h");
  }

  @Test
  void each_pair_of_touch_and_conversion_type_has_a_window_of_its_own() {
    Shop shop =
        shop(
            window(TouchType.TOUCH_TYPE_CLICK, purchase(), HOUR),
            window(TouchType.TOUCH_TYPE_VISIT, ConversionType.CONVERSION_TYPE_SIGN_UP, HOUR));
    shop.touched(
        click("click", Duration.ofHours(3)),
        click("visit", Duration.ofHours(2)).setType(TouchType.TOUCH_TYPE_VISIT));
    shop.record(order("o-1"), signUp("o-2"));

    assertThat(decisions(shop.explain("o-1")))
        .containsExactly(
            CandidateDecision.CANDIDATE_DECISION_CHOSEN,
            CandidateDecision.CANDIDATE_DECISION_OUTSIDE_WINDOW);
    assertThat(decisions(shop.explain(ConversionType.CONVERSION_TYPE_SIGN_UP, "o-2")))
        .containsExactly(
            CandidateDecision.CANDIDATE_DECISION_OUTSIDE_WINDOW,
            CandidateDecision.CANDIDATE_DECISION_CHOSEN);
  }

  @Test
  void without_windows_of_its_own_a_shop_has_thirty_days_for_all() {
    Shop shop = shop();
    shop.touched(click("t", Duration.ofDays(30)));
    shop.record(order("o-1"));

    ExplainAttributionResponse explained = shop.explain("o-1");

    assertThat(explained.getAttribution().getPolicy().getPolicyVersion()).isEqualTo(3);
    assertThat(explained.getAttribution().getPolicy().getLookbackSeconds())
        .isEqualTo(Duration.ofDays(30).toSeconds());
    assertThat(explained.getCandidates(0).getWindowSeconds())
        .isEqualTo(Duration.ofDays(30).toSeconds());
  }

  @Test
  void an_order_is_judged_again_by_the_windows_it_was_recorded_under() {
    Shop shop = shop(window(TouchType.TOUCH_TYPE_CLICK, purchase(), HOUR));
    shop.record(order("o-1"));
    putWindows(shop);
    shop.touched(click("old", Duration.ofHours(2)));

    assertThat(shop.settled("o-1").getAttribution().getCredits(0).hasOwner()).isFalse();
    assertThat(shop.explain("o-1").getAttribution().getPolicy().getWindowsList())
        .containsExactly(
            TouchWindow.newBuilder()
                .setTouchType(TouchType.TOUCH_TYPE_CLICK)
                .setSeconds(HOUR)
                .build());
    assertThat(shop.explain("o-1").getCandidates(0))
        .returns(CandidateDecision.CANDIDATE_DECISION_OUTSIDE_WINDOW, Candidate::getDecision)
        .returns(HOUR, Candidate::getWindowSeconds);
  }

  @Test
  void windows_of_no_length_too_long_twice_or_without_types_are_refused() {
    Shop shop = new Shop(service);
    LookbackWindow.Builder good = window(TouchType.TOUCH_TYPE_CLICK, purchase(), 1);
    long tooLong = Duration.ofDays(90).toSeconds() + 1;

    assertThat(put(shop, good.clone().setSeconds(0))).isEqualTo("OUT_OF_RANGE windows[0].seconds");
    assertThat(put(shop, good.clone().setSeconds(tooLong)))
        .isEqualTo("OUT_OF_RANGE windows[0].seconds");
    assertThat(put(shop, good, good)).isEqualTo("FIELD_MALFORMED windows[1].conversion_type");
    assertThat(put(shop, good.clone().clearTouchType()))
        .isEqualTo("FIELD_MISSING windows[0].touch_type");
    assertThat(put(shop, good.clone().clearConversionType()))
        .isEqualTo("FIELD_MISSING windows[0].conversion_type");
  }

  private Shop shop(LookbackWindow.Builder... windows) {
    Shop shop = new Shop(service).has(Samples.link("anna-bio"));
    putWindows(shop, windows);
    return shop;
  }

  private static void putWindows(Shop shop, LookbackWindow.Builder... windows) {
    shop.has(storefront(windows));
  }

  private static String put(Shop shop, LookbackWindow.Builder... windows) {
    return Samples.statuses(
            shop.conversions()
                .putStorefronts(
                    PutStorefrontsRequest.newBuilder().addStorefronts(storefront(windows)).build())
                .getResultsList())
        .get(0);
  }

  private static Storefront.Builder storefront(LookbackWindow.Builder... windows) {
    Storefront.Builder storefront = Storefront.newBuilder().setStorefrontId("main");
    List.of(windows).forEach(storefront::addWindows);
    return storefront;
  }

  private static LookbackWindow.Builder window(
      TouchType touch, ConversionType conversion, long seconds) {
    return LookbackWindow.newBuilder()
        .setTouchType(touch)
        .setConversionType(conversion)
        .setSeconds(seconds);
  }

  private static ConversionType purchase() {
    return ConversionType.CONVERSION_TYPE_PURCHASE;
  }

  private static Touch.Builder click(String touchId, Duration before) {
    return Samples.touch(touchId).setEventTime(Samples.time(Orders.TIME.minus(before)));
  }

  private static List<CandidateDecision> decisions(ExplainAttributionResponse explained) {
    return explained.getCandidatesList().stream().map(Candidate::getDecision).toList();
  }
}
