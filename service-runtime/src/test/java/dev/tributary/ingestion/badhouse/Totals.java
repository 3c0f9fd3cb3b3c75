package dev.tributary.ingestion.badhouse;

import java.time.Clock;

/** A function that is not pure. */
public final class Totals {
  private Totals() {}

  static long ageMillis(Clock clock, long startMillis) {
    return clock.millis() - startMillis;
  }
}
