package dev.tributary.local.codes;

import com.google.protobuf.Timestamp;
import dev.tributary.attribution.v1.CodeUses;
import dev.tributary.attribution.v1.HoldFilter;
import dev.tributary.attribution.v1.HoldOutcome;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.PlaceHoldsRequest;
import dev.tributary.attribution.v1.ResolveHoldsRequest;
import dev.tributary.attribution.v1.RotatedCode;
import dev.tributary.local.client.Peers;
import dev.tributary.local.importing.MadeIds;
import dev.tributary.type.v1.TimeRange;

/**
 * Holds the uses of a code that was replaced, and rejects them if that is wanted. Its keys follow
 * from the rotation, so that all of it may be told again.
 *
 * @param peers where to
 * @param rotationId the rotation
 * @param since uses from then on
 * @param validate whether to look only
 */
record QuestionedUses(Peers peers, String rotationId, Timestamp since, boolean validate) {
  /** What becomes of uses. */
  enum Uses {
    /** They keep their credit. */
    KEEP,
    /** They are not paid for until somebody decides. */
    HOLD,
    /** Nobody is credited for them. */
    REJECT
  }

  /** Does it for one code; answers the orders it is about. */
  long settle(RotatedCode code, Uses uses) {
    String oldId = code.getOldCode().getCodeId();
    TimeRange range =
        TimeRange.newBuilder()
            .setStartTime(since)
            .setEndTime(code.getOldCode().getEndTime())
            .build();
    String reason = "replaced by " + code.getNewCode().getCode();
    HoldOutcome held =
        peers
            .holds()
            .placeHolds(
                PlaceHoldsRequest.newBuilder()
                    .setUses(CodeUses.newBuilder().setCodeId(oldId).setTimeRange(range))
                    .setRule(HoldRule.HOLD_RULE_CODE_ROTATION)
                    .setActor(actor())
                    .setReason(reason)
                    .setBatchId(MadeIds.of("hold", rotationId, oldId))
                    .setValidateOnly(validate)
                    .build())
            .getOutcome();
    if (uses == Uses.HOLD || validate) {
      return held.getOrderCount();
    }
    return peers
        .holds()
        .resolveHolds(
            ResolveHoldsRequest.newBuilder()
                .setFilter(
                    HoldFilter.newBuilder()
                        .setRule(HoldRule.HOLD_RULE_CODE_ROTATION)
                        .setCodeId(oldId)
                        .setTimeRange(range))
                .setResolution(HoldResolution.HOLD_RESOLUTION_REJECT)
                .setActor(actor())
                .setReason(reason)
                .setBatchId(MadeIds.of("reject", rotationId, oldId))
                .build())
        .getOutcome()
        .getOrderCount();
  }

  private static String actor() {
    return System.getProperty("user.name", "unknown");
  }
}
