package dev.tributary.metrics.catalog;

import java.util.OptionalLong;

/**
 * The value that a KPI should reach; one of the three numbers is there.
 *
 * @param kpiId the KPI, which may not exist
 * @param count for counts
 * @param ratioMillionths for ratios and rates
 * @param moneyMinor for money, in minor units of the campaign's currency
 */
public record CampaignTarget(
    String kpiId, OptionalLong count, OptionalLong ratioMillionths, OptionalLong moneyMinor) {}
