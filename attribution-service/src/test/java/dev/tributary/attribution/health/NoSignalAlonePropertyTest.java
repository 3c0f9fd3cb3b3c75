package dev.tributary.attribution.health;

import static dev.tributary.attribution.health.ACode.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.testing.Seeds;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No single signal makes a code suspect, whatever its figures. */
class NoSignalAlonePropertyTest {
  @ParameterizedTest
  @EnumSource
  void a_signal_at_its_maximum_does_not_make_a_code_suspect_alone(SignalKind kind) {
    CodeHealth health = extreme(kind, 5, kind == SignalKind.VELOCITY ? 5_000 : 5);

    assertThat(health.signal(kind).contribution()).hasValue(kind.weight());
    assertThat(health.signals()).filteredOn(Signal::speaks).hasSize(1);
    assertThat(health.status()).isNotEqualTo(HealthStatus.SUSPECT);
  }

  @Test
  void no_weight_reaches_the_limit() {
    for (SignalKind kind : SignalKind.values()) {
      assertThat(kind.weight()).as(kind.name()).isLessThan(CodeHealth.SUSPECT_MIN);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void whoever_is_suspect_has_two_signals_that_speak(long seed) {
    RandomGenerator random = Seeds.random(seed);
    for (int i = 0; i < 5; i++) {
      CodeHealth health = random(random);
      if (health.status() == HealthStatus.SUSPECT) {
        assertThat(health.signals()).filteredOn(Signal::speaks).hasSizeGreaterThan(1);
      }
      assertThat(health.score().orElse(0)).isBetween(0, 100);
      assertThat(health.advice().reason()).isNotEmpty();
    }
  }

  private static CodeHealth extreme(SignalKind kind, int before, int inWindow) {
    ACode.Use plain = ACode.Use.plain().afterTouch();
    return switch (kind) {
      case NO_TOUCH ->
          code().before(before, use -> plain).inWindow(inWindow, use -> ACode.Use.plain()).health();
      case COUPON_REFERRER ->
          code()
              .before(before, use -> plain.from("a.example"))
              .inWindow(inWindow, use -> plain.from("coupons.example"))
              .health();
      case VELOCITY ->
          code().before(before, use -> plain).inWindow(inWindow, use -> plain).health();
      case FOREIGN_REGION ->
          code()
              .before(before, use -> plain.in("DE"))
              .inWindow(inWindow, use -> plain.in("SE"))
              .health();
      case RETURNING ->
          code()
              .before(before, use -> plain.by(false))
              .inWindow(inWindow, use -> plain.by(true))
              .health();
    };
  }

  private static CodeHealth random(RandomGenerator random) {
    ACode code = code();
    ACode peer = code();
    for (int i = 0; i < 4; i++) {
      ACode.Use before = use(random);
      ACode.Use now = use(random);
      code.before(random.nextInt(6), use -> before).inWindow(random.nextInt(40), use -> now);
      peer.before(random.nextInt(6), use -> now).inWindow(random.nextInt(6), use -> before);
    }
    return code.health(peer);
  }

  private static ACode.Use use(RandomGenerator random) {
    ACode.Use use = random.nextBoolean() ? ACode.Use.plain() : ACode.Use.plain().afterTouch();
    if (random.nextBoolean()) {
      use = use.from(random.nextBoolean() ? "coupons.example" : "a.example");
    }
    if (random.nextBoolean()) {
      use = use.in(random.nextBoolean() ? "DE" : "SE");
    }
    return random.nextBoolean() ? use.by(random.nextBoolean()) : use;
  }
}
