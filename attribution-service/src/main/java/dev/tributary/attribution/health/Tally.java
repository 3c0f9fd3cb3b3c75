package dev.tributary.attribution.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Uses of one code, or of several together, counted for the window and for the days before it. Not
 * thread-safe.
 */
final class Tally {
  private final Question question;
  private final Map<SignalKind, Quotient> window = new EnumMap<>(SignalKind.class);
  private final Map<SignalKind, Quotient> before = new EnumMap<>(SignalKind.class);
  private final long[] usesOfDay;
  private long usesInWindow;
  private long usesBefore;

  Tally(Question question) {
    this.question = question;
    this.usesOfDay = new long[question.baselineDays()];
  }

  /** Counts a use inside the time that is looked at. */
  void add(CodeUse use) {
    boolean isInWindow = !use.time().isBefore(question.window().start());
    if (isInWindow) {
      usesInWindow++;
    } else {
      usesBefore++;
      usesOfDay[day(use.time())]++;
    }
    Map<SignalKind, Quotient> shares = isInWindow ? window : before;
    count(shares, SignalKind.NO_TOUCH, !use.touched());
    use.referrerHost()
        .ifPresent(
            host ->
                count(shares, SignalKind.COUPON_REFERRER, question.couponSites().contains(host)));
    if (!question.expectedRegions().isEmpty()) {
      use.region()
          .ifPresent(
              region ->
                  count(
                      shares,
                      SignalKind.FOREIGN_REGION,
                      !question.expectedRegions().contains(region)));
    }
    use.returning().ifPresent(returning -> count(shares, SignalKind.RETURNING, returning));
  }

  /** Counts all uses of another tally of the same question. */
  void add(Tally other) {
    other.window.forEach((kind, share) -> window.merge(kind, share, Quotient::plus));
    other.before.forEach((kind, share) -> before.merge(kind, share, Quotient::plus));
    for (int day = 0; day < usesOfDay.length; day++) {
      usesOfDay[day] += other.usesOfDay[day];
    }
    usesInWindow += other.usesInWindow;
    usesBefore += other.usesBefore;
  }

  long usesInWindow() {
    return usesInWindow;
  }

  long usesBefore() {
    return usesBefore;
  }

  /** A share inside the window. */
  Quotient inWindow(SignalKind kind) {
    return window.getOrDefault(kind, Quotient.NOTHING);
  }

  /** A share in the days before. */
  Quotient before(SignalKind kind) {
    return before.getOrDefault(kind, Quotient.NOTHING);
  }

  /** Uses and days of the window, whose last day may be shorter. */
  Quotient perDay() {
    Duration length = Duration.between(question.window().start(), question.window().end());
    long days = Math.max(1, length.plus(Duration.ofDays(1)).minusNanos(1).toDays());
    return new Quotient(usesInWindow, days);
  }

  /** Uses of each day before the window since the first use, in their order. */
  List<Long> usesOfDays() {
    List<Long> days = new ArrayList<>();
    Arrays.stream(usesOfDay).dropWhile(uses -> uses == 0).forEach(days::add);
    return days;
  }

  /** Days are 24 hours, counted back from the window, so that they need no zone. */
  private int day(Instant time) {
    long day = Duration.between(question.baselineStart(), time).toDays();
    return Math.toIntExact(Math.min(day, usesOfDay.length - 1L));
  }

  private static void count(Map<SignalKind, Quotient> shares, SignalKind kind, boolean has) {
    shares.put(kind, shares.getOrDefault(kind, Quotient.NOTHING).and(has));
  }
}
