package dev.tributary.metrics.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How much a metric grew on one day, as a source that reports days tells it.
 *
 * @param day the day as the source names it
 * @param zone the zone in which the source cuts its days
 * @param reading the growth; its observedTime is when the source was asked
 */
public record DailyReading(LocalDate day, ZoneId zone, Reading reading) {

  /**
   * Noon of the source's day. A day that a source cut in another zone cannot be divided, so it
   * counts in the window or day that holds its noon: there most of it lies.
   */
  public Instant noon() {
    return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
  }
}
