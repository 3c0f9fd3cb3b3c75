package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.TimeRange;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What numbers are asked for: the newest, or the growth inside a range. The growth of a counter is
 * its value at the end minus its value at the start, each the newest known by then, so that growth
 * over neighbouring ranges adds up.
 *
 * @param range the range; absent for the newest values
 * @param origin first instant of everything that is being measured. What was published at or after
 *     it grew from nothing, so the first reading of a series counts whole on its day
 * @param zone in which moments are named in reasons
 */
public record Window(Optional<TimeRange> range, Instant origin, ZoneId zone) {
  /** The newest values. */
  public static final Window NEWEST = new Window(Optional.empty(), Instant.MIN, ZoneOffset.UTC);

  /** Growth in a range. */
  public static Window of(TimeRange range, ZoneId zone) {
    return new Window(Optional.of(range), range.start(), zone);
  }

  /** Growth on one day of a series that starts at {@code origin}. */
  public static Window day(TimeRange day, Instant origin, ZoneId zone) {
    return new Window(Optional.of(day), origin, zone);
  }

  /** Whether what happened then counts. */
  public boolean contains(Instant time) {
    return range.isEmpty() || range.get().contains(time);
  }

  /** Names a moment: a day when it is the day's first instant. */
  String named(Instant time) {
    ZonedDateTime local = time.atZone(zone);
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? local.toLocalDate().toString()
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.truncatedTo(ChronoUnit.SECONDS));
  }
}
