package dev.tributary.metrics.query;

import dev.tributary.metrics.fact.CampaignFact;
import dev.tributary.metrics.series.Days;
import dev.tributary.runtime.api.ApiException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A question for KPIs by day.
 *
 * @param question which KPIs, over what
 * @param first first day; absent, with the last, for the dates of the only campaign asked for
 * @param last last day
 * @param zone cuts the days; absent for the zone of the only campaign, otherwise UTC
 */
public record SeriesQuestion(
    Question question, Optional<LocalDate> first, Optional<LocalDate> last, Optional<ZoneId> zone) {
  /** How many days the last may lie after the first. */
  static final int DAYS_MAX = 400;

  /**
   * The days asked for.
   *
   * @param campaign the only campaign asked for, if there is one
   * @throws ApiException FIELD_INVALID without dates of either, in the wrong order, or too many
   */
  Days days(Optional<CampaignFact> campaign) {
    LocalDate start =
        first.or(() -> campaign.map(CampaignFact::startDate)).orElseThrow(this::undated);
    LocalDate end = last.or(() -> campaign.map(CampaignFact::endDate)).orElseThrow(this::undated);
    if (end.isBefore(start)) {
      throw ApiException.fieldInvalid("end_date", end + " (expected: " + start + " or later)");
    }
    if (ChronoUnit.DAYS.between(start, end) > DAYS_MAX) {
      throw ApiException.fieldInvalid(
          "end_date", end + " (expected: at most " + DAYS_MAX + " days after " + start + ")");
    }
    return new Days(
        start, end, zone.or(() -> campaign.map(CampaignFact::zone)).orElse(ZoneOffset.UTC));
  }

  /**
   * Refuses dates that no campaign could put right.
   *
   * @throws ApiException FIELD_INVALID as {@link #days} does
   */
  void requireDatesUnlessCampaign() {
    if (first.isPresent() || question.filter().campaignIds().size() != 1) {
      var unused = days(Optional.empty());
    }
  }

  private ApiException undated() {
    return ApiException.fieldInvalid(
        "start_date", "absent (expected: a date, or a filter with one campaign of the catalogue)");
  }
}
