package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.UnattributedReason;
import dev.tributary.attribution.request.TimeRange;
import java.util.Optional;

/**
 * Which conversions a list shows. What is absent does not restrict it.
 *
 * @param storefrontId only those of this shop
 * @param timeRange only those that happened inside
 * @param unattributedReason only those that nobody is credited for, for this reason
 * @param note only those with such a note
 * @param withExcessRefund only those with a refund of which a part is held as excess
 * @param holdState only those whose holds come to this
 */
record ConversionFilter(
    Optional<String> storefrontId,
    Optional<TimeRange> timeRange,
    Optional<UnattributedReason> unattributedReason,
    Optional<NoteKind> note,
    boolean withExcessRefund,
    Optional<OrderHoldState> holdState) {}
