package dev.tributary.metrics.series;

import dev.tributary.metrics.fact.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Consecutive days of a zone.
 *
 * @param first first day
 * @param last last day, inclusive
 * @param zone cuts the days; they have 23 or 25 hours where clocks change
 */
public record Days(LocalDate first, LocalDate last, ZoneId zone) {

  /** Refuses an end before the start. */
  public Days {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("last: " + last + " (expected: " + first + " or later)");
    }
  }

  /** From the first day's first instant to the last day's end. */
  public TimeRange range() {
    return new TimeRange(startOf(first), startOf(last.plusDays(1)));
  }

  /** Every day, in order. A day that a zone left out, as Samoa once did, is not there. */
  List<Day> each() {
    return Stream.iterate(first, date -> !date.isAfter(last), date -> date.plusDays(1))
        .filter(date -> startOf(date).isBefore(startOf(date.plusDays(1))))
        .map(date -> new Day(date, new TimeRange(startOf(date), startOf(date.plusDays(1)))))
        .toList();
  }

  private Instant startOf(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  /**
   * One day.
   *
   * @param date its date
   * @param range its instants
   */
  record Day(LocalDate date, TimeRange range) {}
}
