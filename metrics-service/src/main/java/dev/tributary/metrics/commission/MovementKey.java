package dev.tributary.metrics.commission;

/**
 * What earned, and whom. Ids that do not apply are empty.
 *
 * @param collaborationId whom
 * @param kind number of {@code tributary.attribution.v1.CommissionMovementKind}
 * @param storefrontId the shop of the conversion
 * @param conversionType number of {@code tributary.attribution.v1.ConversionType}
 * @param customType name of a custom goal
 * @param orderId the order
 * @param sourceId the fee or bonus
 * @param currency ISO 4217 code
 */
public record MovementKey(
    String collaborationId,
    int kind,
    String storefrontId,
    int conversionType,
    String customType,
    String orderId,
    String sourceId,
    String currency) {}
