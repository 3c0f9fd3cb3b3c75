package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Campaign;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a campaign ran.
 *
 * @param start first instant of its first day, in its zone
 * @param end end of its last day, exclusive
 */
record CampaignDays(Instant start, Instant end) {
  /**
   * The days of a campaign of a row.
   *
   * @throws RowRejected naming the field that cannot be read
   */
  static CampaignDays of(Campaign campaign) throws RowRejected {
    ZoneId zone = zone(campaign.getTimeZone());
    return new CampaignDays(
        day("start_date", campaign.getStartDate()).atStartOfDay(zone).toInstant(),
        day("end_date", campaign.getEndDate()).plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static ZoneId zone(String text) throws RowRejected {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unreadable) {
      throw RowRejected.malformed("time_zone", text, "an IANA zone such as Europe/Berlin");
    }
  }

  private static LocalDate day(String field, String text) throws RowRejected {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      throw RowRejected.malformed(field, text, "YYYY-MM-DD");
    }
  }
}
