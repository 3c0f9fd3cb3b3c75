package dev.tributary.metrics.query;

import dev.tributary.metrics.kpi.KpiDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A question for a campaign as it stands, again and again.
 *
 * @param kpis KPIs asked for; absent for those of the campaign's goal
 * @param compareCampaignId the earlier campaign to compare with, if any
 * @param interval least time between two answers
 */
record WatchQuestion(
    String workspace,
    String campaignId,
    Optional<List<KpiDefinition>> kpis,
    Optional<String> compareCampaignId,
    Duration interval) {}
