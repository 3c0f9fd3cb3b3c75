package dev.tributary.attribution.conversion;

import java.time.Instant;

/**
 * Where a conversion stands in lists.
 *
 * @param time when it happened
 * @param key which one
 */
public record Place(Instant time, ConversionKey key) {}
