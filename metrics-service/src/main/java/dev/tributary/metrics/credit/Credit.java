package dev.tributary.metrics.credit;

/**
 * A share of a conversion. Empty ids mean nobody's.
 *
 * @param creditNo place among the conversion's credits, from 1
 * @param source number of {@code tributary.attribution.v1.CreditSource}
 * @param conversionMillionths share of the conversion in millionths
 * @param grossMinor share of the base amount before refunds, in minor units
 * @param refundedMinor part of it taken back by refunds, at least 0
 * @param netMinor what is left; 0 for a voided order
 */
public record Credit(
    int creditNo,
    int source,
    String collaborationId,
    String creatorId,
    String campaignId,
    int conversionMillionths,
    long grossMinor,
    long refundedMinor,
    long netMinor) {}
