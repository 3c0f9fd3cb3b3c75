package dev.tributary.bench.load;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long calls took, in buckets that are 1/32 of their value wide, so that a quantile is told
 * within 3 %. Covers 1 us to an hour. Thread-safe.
 */
public final class Latencies {
  private static final int STEPS = 32;
  private static final int STEP_BITS = 5;
  private static final int OCTAVES = 32;

  private final AtomicLongArray buckets = new AtomicLongArray(OCTAVES * STEPS);

  /** No call yet. */
  public Latencies() {}

  /** Counts one call. */
  public void add(long nanos) {
    buckets.incrementAndGet(bucket(Math.max(0, nanos / 1000)));
  }

  /**
   * The latency that a part of the calls did not exceed.
   *
   * @param part of the calls, above 0 and at most 1
   * @return milliseconds; 0 without calls
   */
  public double millis(double part) {
    long wanted = (long) Math.ceil(part * count());
    long seen = 0;
    for (int bucket = 0; bucket < buckets.length(); bucket++) {
      seen += buckets.get(bucket);
      if (seen >= wanted && seen > 0) {
        return upperMicros(bucket) / 1000.0;
      }
    }
    return 0;
  }

  /** Calls counted. */
  public long count() {
    long count = 0;
    for (int bucket = 0; bucket < buckets.length(); bucket++) {
      count += buckets.get(bucket);
    }
    return count;
  }

  /** Below 32 us a bucket is a microsecond; from there on each octave has 32 buckets. */
  private static int bucket(long micros) {
    if (micros < STEPS) {
      return (int) micros;
    }
    int octave = Long.SIZE - Long.numberOfLeadingZeros(micros) - STEP_BITS;
    long step = (micros >> (octave - 1)) - STEPS;
    return (int) Math.min(OCTAVES * STEPS - 1L, (long) octave * STEPS + step);
  }

  private static long upperMicros(int bucket) {
    int octave = bucket / STEPS;
    long step = bucket % STEPS;
    return octave == 0 ? step + 1 : (STEPS + step + 1) << (octave - 1);
  }
}
