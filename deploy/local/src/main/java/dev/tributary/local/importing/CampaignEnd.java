package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Campaign;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The instant at which a campaign is over. */
final class CampaignEnd {
  private CampaignEnd() {}

  /** The end of the last day in the campaign's zone; nothing when date or zone cannot be read. */
  static Optional<Instant> of(Campaign campaign) {
    try {
      ZoneId zone = ZoneId.of(campaign.getTimeZone());
      LocalDate last = LocalDate.parse(campaign.getEndDate());
      return Optional.of(last.plusDays(1).atStartOfDay(zone).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
