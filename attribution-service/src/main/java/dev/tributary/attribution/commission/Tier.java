package dev.tributary.attribution.commission;

/**
 * Another rate from a threshold on.
 *
 * @param currency the currency it holds for; with {@link TierBasis#CONVERSIONS} empty, for all
 * @param from threshold in minor units or millionths of conversions, above 0
 * @param rate what is earned from there on, in the place of the rate below
 */
public record Tier(String currency, long from, Rate rate) {}
