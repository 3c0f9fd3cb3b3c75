package dev.tributary.metrics.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A day that a source counted.
 *
 * @param zone the zone it cuts days in
 */
record CountedDay(LocalDate day, ZoneId zone) {
  /** The middle of the day. */
  Instant noon() {
    return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
  }
}
