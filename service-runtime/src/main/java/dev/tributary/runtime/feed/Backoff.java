package dev.tributary.runtime.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries: doubling from 100 ms to 5 s, each cut by chance to between half and all of
 * itself, so that followers that lost the same service do not come back in step.
 */
final class Backoff {
  private static final long FIRST_MILLIS = 100;
  private static final long MILLIS_MAX = 5_000;

  private final RandomGenerator random;
  private long millis = FIRST_MILLIS;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  Duration next() {
    long pause = random.nextLong(millis / 2, millis + 1);
    millis = Math.min(2 * millis, MILLIS_MAX);
    return Duration.ofMillis(pause);
  }

  /** To be called when something worked. */
  void reset() {
    millis = FIRST_MILLIS;
  }
}
