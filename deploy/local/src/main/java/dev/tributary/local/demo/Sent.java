package dev.tributary.local.demo;

import dev.tributary.local.client.WritePositions;
import java.time.Duration;
import java.util.List;

/**
 * What was sent and acknowledged.
 *
 * @param lines one per kind of item
 * @param positions where the writes stand in the feeds
 */
record Sent(List<Line> lines, WritePositions positions) {
  /** Items acknowledged in all. */
  long count() {
    return lines.stream().mapToLong(Line::count).sum();
  }

  /**
   * One kind of item.
   *
   * @param label what was sent
   * @param count items acknowledged
   * @param time from the first call to the last acknowledgement
   */
  record Line(String label, long count, Duration time) {
    /** Items acknowledged per second. */
    double perSecond() {
      return count / Math.max(1e-9, time.toNanos() / 1e9);
    }
  }
}
