package dev.tributary.metrics.credit;

/**
 * What names a conversion within its workspace.
 *
 * @param storefrontId the shop
 * @param conversionType number of {@code tributary.attribution.v1.ConversionType}
 * @param customType name of a custom goal; empty for every other
 * @param orderId the shop's own id of the order
 */
public record ConversionKey(
    String storefrontId, int conversionType, String customType, String orderId) {}
