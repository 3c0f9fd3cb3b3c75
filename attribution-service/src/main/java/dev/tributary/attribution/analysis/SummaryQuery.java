package dev.tributary.attribution.analysis;

import dev.tributary.attribution.request.TimeRange;
import java.util.Optional;

/**
 * What is to be added up. What is absent does not restrict it.
 *
 * @param timeRange only what falls inside
 * @param timeBasis by which time
 * @param groupBy how credits are grouped
 * @param campaignId only credits of this campaign
 * @param storefrontId only orders of this shop
 */
record SummaryQuery(
    Optional<TimeRange> timeRange,
    TimeBasis timeBasis,
    CreditGrouping groupBy,
    Optional<String> campaignId,
    Optional<String> storefrontId) {

  /**
   * Whether whole orders can be added up beside: an order has no part in a campaign, and none in a
   * posting.
   */
  boolean isAboutOrders() {
    return campaignId.isEmpty() && timeBasis == TimeBasis.CONVERSION_TIME;
  }
}
