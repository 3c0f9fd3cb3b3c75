package dev.tributary.attribution.health;

import dev.tributary.attribution.request.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Uses of a code, for tests: what is not said is ordinary. */
final class ACode {
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  static final int WINDOW_DAYS = 7;
  static final int BASELINE_DAYS = 28;

  /** A week that is judged against four, for an audience in Germany. */
  static final Question QUESTION =
      new Question(
          List.of("ANNA10"),
          Optional.empty(),
          new TimeRange(START, START.plus(Duration.ofDays(WINDOW_DAYS))),
          BASELINE_DAYS,
          Map.of(),
          Set.of("DE"),
          CouponSites.BUILT_IN.and(Set.of("coupons.example")));

  private final Tally tally = new Tally(QUESTION);

  /** A code that nobody has used yet. */
  static ACode code() {
    return new ACode();
  }

  /** Used in each of the days before the window. */
  ACode before(int usesPerDay, UnaryOperator<Use> how) {
    for (int day = 1; day <= BASELINE_DAYS; day++) {
      use(START.minus(Duration.ofDays(day)), usesPerDay, how);
    }
    return this;
  }

  /** Used in each day of the window. */
  ACode inWindow(int usesPerDay, UnaryOperator<Use> how) {
    for (int day = 0; day < WINDOW_DAYS; day++) {
      use(START.plus(Duration.ofDays(day)), usesPerDay, how);
    }
    return this;
  }

  Tally tally() {
    return tally;
  }

  CodeHealth health() {
    return health(code());
  }

  /** Compared with one peer. */
  CodeHealth health(ACode peer) {
    return CodeHealth.of(
        "ANNA10",
        tally,
        new CodeHealth.Peers(CodeHealth.Basis.CAMPAIGN, "spring"),
        peer.tally,
        QUESTION);
  }

  private void use(Instant day, int uses, UnaryOperator<Use> how) {
    Stream.iterate(0, i -> i + 1)
        .limit(uses)
        .map(i -> how.apply(Use.plain()).at(day.plusSeconds(60L * i)))
        .forEach(tally::add);
  }

  /** How a code is used. */
  record Use(
      boolean touched,
      Optional<String> referrerHost,
      Optional<String> region,
      Optional<Boolean> returning) {
    /** By somebody of whom nothing is known. */
    static Use plain() {
      return new Use(false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Use afterTouch() {
      return new Use(true, referrerHost, region, returning);
    }

    Use from(String host) {
      return new Use(touched, Optional.of(host), region, returning);
    }

    Use in(String code) {
      return new Use(touched, referrerHost, Optional.of(code), returning);
    }

    Use by(boolean isReturning) {
      return new Use(touched, referrerHost, region, Optional.of(isReturning));
    }

    private CodeUse at(Instant time) {
      return new CodeUse("ANNA10", "spring", time, touched, referrerHost, region, returning);
    }
  }
}
