package dev.tributary.attribution.reconciliation;

import dev.tributary.attribution.request.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What the shop's report is about.
 *
 * @param storefrontId the shop
 * @param range which orders, by their time
 * @param zone zone of the report's days
 * @param shopAmount what the report adds up
 * @param toleranceMinor difference of one order's amount that is let pass, in minor units
 */
public record Terms(
    String storefrontId, TimeRange range, ZoneId zone, ShopAmount shopAmount, long toleranceMinor) {
  boolean covers(Instant time) {
    return !time.isBefore(range.start()) && time.isBefore(range.end());
  }

  LocalDate day(Instant time) {
    return time.atZone(zone).toLocalDate();
  }
}
