package dev.tributary.attribution.credit;

import java.time.Instant;

/**
 * What makes the ledger move.
 *
 * @param kind why
 * @param revision the revision that it makes, from 1
 * @param amendmentId the amendment behind it; empty when none
 * @param effectiveTime when it counts
 */
public record Cause(PostingKind kind, int revision, String amendmentId, Instant effectiveTime) {}
