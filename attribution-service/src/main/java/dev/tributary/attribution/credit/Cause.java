package dev.tributary.attribution.credit;

import java.time.Instant;
import java.util.Map;

/**
 * What makes the ledger move.
 *
 * @param kind why
 * @param revision the revision that it makes, from 1
 * @param amendmentId the amendment behind it; empty when none
 * @param effectiveTime when it counts
 * @param refundTimes refunds whose part counts at a time of its own, by id; all others' parts count
 *     when the rest does
 */
public record Cause(
    PostingKind kind,
    int revision,
    String amendmentId,
    Instant effectiveTime,
    Map<String, Instant> refundTimes) {
  /** Keeps its own copy. */
  public Cause {
    refundTimes = Map.copyOf(refundTimes);
  }

  /** Everything counts at one time. */
  public Cause(PostingKind kind, int revision, String amendmentId, Instant effectiveTime) {
    this(kind, revision, amendmentId, effectiveTime, Map.of());
  }

  /** When the movement of a cell counts. */
  Instant effectiveTimeOf(Cell cell) {
    return refundTimes.getOrDefault(cell.refundId(), effectiveTime);
  }
}
