package dev.tributary.local.importing;

import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;

/** Things that are written only if there is none of their id. */
final class Existing {
  private Existing() {}

  /** Reads the refusal of a write that expected nothing to be there as "it is there". */
  static Verdict kept(Verdict verdict) {
    boolean isThere =
        verdict.getRejection().getReason() == ErrorReason.ERROR_REASON_VERSION_MISMATCH;
    return isThere
        ? Verdict.newBuilder().setStatus(VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED).build()
        : verdict;
  }
}
