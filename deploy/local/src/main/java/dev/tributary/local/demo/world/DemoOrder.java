package dev.tributary.local.demo.world;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Refund;
import java.time.Instant;
import java.util.Optional;

/**
 * An order of the demo with what happens to it later.
 *
 * @param time when it was placed
 * @param basket as ordered
 * @param conversion as it is sent
 * @param amendment a change of the order; only in item value
 * @param refund money given back, or the cancellation
 * @param refundFirst whether the refund is told before the order
 */
record DemoOrder(
    Instant time,
    Basket basket,
    Conversion conversion,
    Optional<Amendment> amendment,
    Optional<Refund> refund,
    boolean refundFirst) {}
