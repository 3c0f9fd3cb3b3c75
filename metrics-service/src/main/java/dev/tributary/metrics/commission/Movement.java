package dev.tributary.metrics.commission;

import java.time.Instant;

/**
 * All that one thing has earned a collaboration.
 *
 * @param key what, and whom
 * @param creatorId the collaboration's creator
 * @param campaignId the collaboration's campaign
 * @param movementNo rises with each entry of the key
 * @param totalMinor all of it, in minor units, signed
 * @param effectiveTime when it counts
 */
public record Movement(
    MovementKey key,
    String creatorId,
    String campaignId,
    int movementNo,
    long totalMinor,
    Instant effectiveTime) {}
