package dev.tributary.runtime.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock in UTC that stands still until a test moves it. Thread-safe. */
public final class FixedClock extends Clock {
  private final AtomicReference<Instant> now;

  private FixedClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** A clock that shows the time, for example {@code 2026-03-01T12:00:00Z}. */
  public static FixedClock at(String time) {
    return at(Instant.parse(time));
  }

  /** A clock that shows the time. */
  public static FixedClock at(Instant time) {
    return new FixedClock(time);
  }

  /** Shows another time from now on, earlier or later. */
  public void set(Instant time) {
    now.set(time);
  }

  /** Shows a time that is later by the duration, or earlier by a negative one. */
  public void advance(Duration by) {
    now.updateAndGet(time -> time.plus(by));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("our code asks clocks for instants only");
  }
}
