package dev.tributary.attribution.request;

import java.time.Instant;

/**
 * A half-open range of time.
 *
 * @param start first instant inside
 * @param end first instant after it
 */
public record TimeRange(Instant start, Instant end) {
  /** Refuses a range without an instant with {@link IllegalArgumentException}. */
  public TimeRange {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("start: " + start + " (expected: before " + end + ")");
    }
  }
}
