package dev.tributary.attribution.health;

import static dev.tributary.attribution.health.ACode.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Scenarios of codes, and each signal in sentences. */
class CodeHealthTest {
  private static final UnaryOperator<ACode.Use> PLAIN = UnaryOperator.identity();

  @Test
  void a_podcast_code_that_never_has_a_touch_and_is_used_steadily_is_ok() {
    CodeHealth health = code().before(6, PLAIN).inWindow(6, PLAIN).health();

    assertThat(health.status()).isEqualTo(HealthStatus.OK);
    assertThat(health.score()).hasValue(0);
    assertThat(health.signal(SignalKind.NO_TOUCH).value().percent()).isEqualTo("100.0 %");
    assertThat(health.signal(SignalKind.NO_TOUCH).contribution()).hasValue(0);
    assertThat(health.advice().action()).isEqualTo(Action.NONE);
  }

  @Test
  void a_code_on_a_coupon_site_is_suspect_and_credited_only_beside_touches_of_its_creator() {
    CodeHealth health =
        code()
            .before(5, use -> use.afterTouch().from("instagram.example"))
            .inWindow(4, use -> use.afterTouch().from("instagram.example"))
            .inWindow(30, use -> use.from("www.retailmenot.com"))
            .health();

    assertThat(health.status()).isEqualTo(HealthStatus.SUSPECT);
    assertThat(health.advice().action()).isEqualTo(Action.CODE_IF_INVOLVED);
    assertThat(health.advice().reason())
        .contains("no touch (20 of 20 points)")
        .contains("coupon referrer (30 of 30 points)")
        .contains("velocity (25 of 25 points)");
  }

  @Test
  void a_leaked_podcast_code_is_suspect_and_replaced() {
    CodeHealth health =
        code()
            .before(5, use -> use.from("podcast.example"))
            .inWindow(4, use -> use.from("podcast.example"))
            .inWindow(30, use -> use.from("deals.coupons.example"))
            .health();

    assertThat(health.status()).isEqualTo(HealthStatus.SUSPECT);
    assertThat(health.signal(SignalKind.NO_TOUCH).contribution()).hasValue(0);
    assertThat(health.advice().action()).isEqualTo(Action.ROTATE);
  }

  @Test
  void a_code_that_is_passed_on_in_a_group_gets_personal_ones() {
    CodeHealth health =
        code()
            .before(5, use -> use.afterTouch().in("DE").by(false))
            .inWindow(30, use -> use.in("SE").by(true))
            .health();

    assertThat(health.status()).isEqualTo(HealthStatus.SUSPECT);
    assertThat(health.advice().action()).isEqualTo(Action.PERSONAL_CODES);
  }

  @Test
  void a_post_that_goes_viral_is_watched_and_not_suspect() {
    CodeHealth health =
        code().before(5, ACode.Use::afterTouch).inWindow(80, ACode.Use::afterTouch).health();

    assertThat(health.signal(SignalKind.VELOCITY).contribution()).hasValue(25);
    assertThat(health.status()).isEqualTo(HealthStatus.WATCH);
    assertThat(health.advice().action()).isEqualTo(Action.WATCH);
  }

  @Test
  void a_launch_that_makes_all_peers_faster_is_nobodys_leak() {
    ACode peer = code().before(10, PLAIN).inWindow(60, PLAIN);

    CodeHealth health = code().before(5, PLAIN).inWindow(30, PLAIN).health(peer);

    assertThat(health.signal(SignalKind.VELOCITY).contribution()).hasValue(0);
  }

  @Test
  void a_rise_that_peers_have_too_does_not_count() {
    ACode peer = code().before(5, use -> use.by(false)).inWindow(5, use -> use.by(true));

    CodeHealth health =
        code().before(5, use -> use.by(false)).inWindow(5, use -> use.by(true)).health(peer);

    assertThat(health.signal(SignalKind.RETURNING).contribution()).hasValue(0);
  }

  @Test
  void a_new_code_is_compared_with_its_peers_of_now() {
    ACode peer = code().before(5, use -> use.in("DE")).inWindow(5, use -> use.in("DE"));

    Signal region =
        code().inWindow(5, use -> use.in("SE")).health(peer).signal(SignalKind.FOREIGN_REGION);

    assertThat(region.ownBaseline()).isEmpty();
    assertThat(region.peerValue()).hasValue(new Quotient(0, 35));
    assertThat(region.contribution()).hasValue(15);
  }

  @Test
  void a_difference_that_chance_makes_says_nothing() {
    CodeHealth health =
        code()
            .before(1, use -> use.by(true))
            .before(1, use -> use.by(false))
            .inWindow(2, use -> use.by(true))
            .inWindow(1, use -> use.by(false))
            .health();

    Signal returning = health.signal(SignalKind.RETURNING);
    assertThat(returning.value()).isEqualTo(new Quotient(14, 21));
    assertThat(returning.ownBaseline()).hasValue(new Quotient(28, 56));
    assertThat(returning.contribution()).hasValue(0);
  }

  @Test
  @Names("CodeSignalGap.TOO_FEW_USES")
  void too_few_uses_are_absent_and_not_nothing() {
    CodeHealth health = code().before(5, PLAIN).inWindow(2, PLAIN).health();

    assertThat(health.score()).isEqualTo(OptionalInt.empty());
    assertThat(health.status()).isEqualTo(HealthStatus.NOT_ENOUGH_DATA);
    assertThat(health.signals())
        .allSatisfy(signal -> assertThat(signal.gap()).hasValue(Gap.TOO_FEW_USES));
  }

  @Test
  @Names("CodeSignalGap.NO_BASELINE")
  void without_history_and_peers_there_is_nothing_to_compare_with() {
    CodeHealth health = code().inWindow(5, use -> use.from("coupons.example")).health();

    assertThat(health.signal(SignalKind.NO_TOUCH).gap()).hasValue(Gap.NO_BASELINE);
    assertThat(health.signal(SignalKind.VELOCITY).gap()).hasValue(Gap.NO_BASELINE);
    // A creator's code has no business on a coupon site, so that one is compared with nothing.
    assertThat(health.signal(SignalKind.COUPON_REFERRER).contribution()).hasValue(30);
    assertThat(health.status()).isEqualTo(HealthStatus.WATCH);
  }

  @Test
  void a_host_is_a_coupon_site_with_its_subdomains_and_not_by_its_ending() {
    CouponSites sites = CouponSites.BUILT_IN;

    assertThat(sites.contains("retailmenot.com")).isTrue();
    assertThat(sites.contains("www.retailmenot.com")).isTrue();
    assertThat(sites.contains("notretailmenot.com")).isFalse();
    assertThat(sites.contains("com")).isFalse();
    assertThat(CouponSites.builtInDate()).matches("\\d{4}-\\d{2}-\\d{2}");
  }

  @Test
  void the_weights_add_up_to_a_hundred() {
    assertThat(Arrays.stream(SignalKind.values()).mapToInt(SignalKind::weight).sum())
        .isEqualTo(100);
  }
}
