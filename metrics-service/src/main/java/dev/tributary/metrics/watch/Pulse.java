package dev.tributary.metrics.watch;

import java.time.Duration;

/**
 * When a stream is looked after, in ticks.
 *
 * @param tick time from one look to the next
 * @param ticksToMessage ticks after a message before the next may tell something
 * @param ticksToHeartbeat ticks after a message before a heartbeat
 */
record Pulse(Duration tick, long ticksToMessage, long ticksToHeartbeat) {

  /** The longest tick that serves both. */
  static Pulse of(Duration interval, Duration heartbeat) {
    Duration tick = interval.compareTo(heartbeat) < 0 ? interval : heartbeat;
    return new Pulse(tick, ticks(interval, tick), ticks(heartbeat, tick));
  }

  /** Rounded up. */
  private static long ticks(Duration time, Duration tick) {
    return (time.toNanos() + tick.toNanos() - 1) / tick.toNanos();
  }
}
