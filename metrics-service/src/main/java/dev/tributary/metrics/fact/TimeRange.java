package dev.tributary.metrics.fact;

import java.time.Instant;

/**
 * A half-open range of time.
 *
 * @param start first instant inside
 * @param end first instant after it
 */
public record TimeRange(Instant start, Instant end) {

  /** Refuses a range without an instant in it. */
  public TimeRange {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("start: " + start + " (expected: before " + end + ")");
    }
  }

  /** Whether the instant lies inside. */
  public boolean contains(Instant time) {
    return !time.isBefore(start) && time.isBefore(end);
  }
}
