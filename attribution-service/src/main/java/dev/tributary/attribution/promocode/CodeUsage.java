package dev.tributary.attribution.promocode;

/**
 * How often a code is used.
 *
 * @param used by recorded orders, within the limits
 * @param held for orders to come
 * @param overLimit by recorded orders, beyond the limits
 */
public record CodeUsage(long used, long held, long overLimit) {}
