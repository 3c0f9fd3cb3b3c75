package dev.tributary.attribution.promocode;

/**
 * An order of a shop.
 *
 * @param storefrontId the shop
 * @param orderId the shop's own id of the order
 */
public record OrderRef(String storefrontId, String orderId) {}
