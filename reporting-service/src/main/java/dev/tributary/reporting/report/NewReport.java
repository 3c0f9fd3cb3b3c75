package dev.tributary.reporting.report;

import java.util.Optional;

/**
 * A report as somebody asks for it.
 *
 * @param reportId id of the report, unique in the workspace
 * @param campaignId the campaign to report on
 * @param title its title; empty means the campaign's name
 */
record NewReport(String reportId, String campaignId, String title) {

  /** The first field in which another request for the same id differs. */
  Optional<String> differenceFrom(NewReport other) {
    if (!campaignId.equals(other.campaignId)) {
      return Optional.of("campaign_id");
    }
    return title.equals(other.title) ? Optional.empty() : Optional.of("title");
  }
}
