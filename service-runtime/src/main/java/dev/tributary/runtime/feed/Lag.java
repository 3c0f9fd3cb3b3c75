package dev.tributary.runtime.feed;

import java.time.Duration;

/**
 * How far an applied feed is behind what is known of the feed.
 *
 * @param entries known to be in the feed and not applied yet
 * @param age how long ago the oldest of them was written, or at most that; zero without any
 */
public record Lag(long entries, Duration age) {
  /** Everything known is applied. */
  public static final Lag NONE = new Lag(0, Duration.ZERO);
}
