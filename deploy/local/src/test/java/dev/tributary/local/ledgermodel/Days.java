package dev.tributary.local.ledgermodel;

import dev.tributary.type.v1.TimeRange;
import java.time.Duration;
import java.time.Instant;

/** Ranges of time. */
final class Days {
  private Days() {}

  /** Some around the last two weeks. */
  static TimeRange some(Chance chance, Instant now) {
    Instant start = now.minus(Duration.ofDays(chance.below(14)));
    return between(start, start.plus(Duration.ofDays(1 + chance.below(14))));
  }

  static TimeRange between(Instant start, Instant end) {
    return TimeRange.newBuilder()
        .setStartTime(Moments.of(start))
        .setEndTime(Moments.of(end))
        .build();
  }

  static boolean isIn(TimeRange range, Instant time) {
    return !time.isBefore(Moments.of(range.getStartTime()))
        && time.isBefore(Moments.of(range.getEndTime()));
  }
}
