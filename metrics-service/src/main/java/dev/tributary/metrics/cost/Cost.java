package dev.tributary.metrics.cost;

import dev.tributary.metrics.observation.Source;

/**
 * An item of cost as it was observed once. Empty ids mean that it is not known by that.
 *
 * @param kind number of {@code tributary.ingestion.v1.CostKind}
 * @param state number of {@code tributary.ingestion.v1.CostState}
 * @param currency ISO 4217 code
 * @param amountMinor amount in minor units of the currency, at least 0
 */
public record Cost(
    String costId,
    Source source,
    String collaborationId,
    String campaignId,
    String postId,
    int kind,
    int state,
    String currency,
    long amountMinor) {}
