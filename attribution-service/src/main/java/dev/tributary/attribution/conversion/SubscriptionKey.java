package dev.tributary.attribution.conversion;

/**
 * Which subscription.
 *
 * @param storefrontId the shop
 * @param subscriptionId the shop's id of it
 */
public record SubscriptionKey(String storefrontId, String subscriptionId) {}
