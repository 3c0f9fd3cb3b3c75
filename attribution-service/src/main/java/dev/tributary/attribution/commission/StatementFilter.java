package dev.tributary.attribution.commission;

import dev.tributary.attribution.request.TimeRange;
import java.util.Optional;

/**
 * Which statements.
 *
 * @param lockId of which lock; empty for all
 * @param periodEnds when their periods end, the end included
 * @param creatorId whose; empty for all
 * @param collaborationId of which collaboration; empty for all
 * @param paid whether they are paid; empty for all
 */
public record StatementFilter(
    String lockId,
    Optional<TimeRange> periodEnds,
    String creatorId,
    String collaborationId,
    Optional<Boolean> paid) {}
