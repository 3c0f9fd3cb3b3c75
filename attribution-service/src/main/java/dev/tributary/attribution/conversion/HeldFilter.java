package dev.tributary.attribution.conversion;

import dev.tributary.attribution.request.TimeRange;
import java.util.Optional;

/**
 * Which held refunds a list shows. What is absent does not restrict it.
 *
 * @param storefrontId only those of this shop
 * @param timeRange only those that were made inside
 * @param reason only those held for this reason
 */
record HeldFilter(
    Optional<String> storefrontId, Optional<TimeRange> timeRange, Optional<HeldReason> reason) {}
