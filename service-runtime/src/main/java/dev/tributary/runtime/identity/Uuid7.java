package dev.tributary.runtime.identity;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of Unix milliseconds, a 12-bit counter, 62 random
 * bits. Ids of one maker ascend strictly, also within a millisecond and when the clock steps back,
 * so neighbours in time are neighbours in an index. Thread-safe.
 */
public final class Uuid7 {
  private static final int COUNTER_MAX = 0xfff;

  /**
   * A fresh millisecond starts in the counter's lower half, which leaves at least 2,048 ids before
   * it overflows.
   */
  private static final int COUNTER_START_BOUND = 0x800;

  private final Clock clock;
  private final RandomGenerator random;
  private long lastMillis;
  private int counter;

  /** A maker that takes its time and chance from outside. */
  public Uuid7(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** The next id, 36 characters in lower case. */
  public synchronized String next() {
    long millis = clock.millis();
    if (millis > lastMillis) {
      startMillisecond(millis);
    } else if (counter == COUNTER_MAX) {
      startMillisecond(lastMillis + 1);
    } else {
      counter++;
    }
    long high = (lastMillis << 16) | 0x7000L | counter;
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  private void startMillisecond(long millis) {
    lastMillis = millis;
    counter = random.nextInt(COUNTER_START_BOUND);
  }
}
