package dev.tributary.attribution.conversion;

import java.time.Instant;

/**
 * Where a refund stands in lists.
 *
 * @param time when it was made
 * @param key its order
 * @param refundId which one
 */
record RefundPlace(Instant time, ConversionKey key, String refundId) {}
