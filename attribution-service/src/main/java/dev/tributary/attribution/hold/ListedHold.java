package dev.tributary.attribution.hold;

/**
 * A hold as lists show it.
 *
 * @param hold the hold
 * @param currency currency of the order; empty for goals without amount
 * @param netMinor what is left of the order's base, in minor units
 */
record ListedHold(Hold hold, String currency, long netMinor) {}
