package dev.tributary.reporting.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The days of a campaign in its own zone.
 *
 * @param first first day
 * @param last last day, inclusive
 * @param zone zone that cuts the days
 */
public record CampaignDays(LocalDate first, LocalDate last, ZoneId zone) {
  /** Days that a series may hold. */
  public static final int SERIES_DAYS_MAX = 400;

  /** Refuses an end before the start. */
  public CampaignDays {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("last: " + last + " (expected: not before " + first + ")");
    }
  }

  /** Midnight at which the first day begins. */
  public Instant start() {
    return first.atStartOfDay(zone).toInstant();
  }

  /** Midnight at which the last day ends. */
  public Instant end() {
    return last.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The day of a moment. */
  public LocalDate dayOf(Instant time) {
    return time.atZone(zone).toLocalDate();
  }

  /**
   * The days that have begun, the newest {@value #SERIES_DAYS_MAX} of them; empty before the first.
   */
  public Optional<CampaignDays> begunBy(Instant now) {
    LocalDate today = dayOf(now);
    if (today.isBefore(first)) {
      return Optional.empty();
    }
    LocalDate end = today.isBefore(last) ? today : last;
    LocalDate earliest = end.minusDays(SERIES_DAYS_MAX - 1L);
    return Optional.of(new CampaignDays(earliest.isAfter(first) ? earliest : first, end, zone));
  }
}
