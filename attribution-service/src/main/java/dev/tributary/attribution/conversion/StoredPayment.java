package dev.tributary.attribution.conversion;

import java.time.Instant;

/**
 * A first payment as it is stored.
 *
 * @param key which conversion
 * @param subscription of what
 * @param time when it happened
 * @param receiveTime when it was recorded
 * @param decideTime when it was decided who is credited for it
 * @param test whether it is a test
 */
record StoredPayment(
    ConversionKey key,
    SubscriptionKey subscription,
    Instant time,
    Instant receiveTime,
    Instant decideTime,
    boolean test) {}
