package dev.tributary.attribution.conversion;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Verdict;

/** Refusals of items whose id says other than before. */
final class Conflicts {
  private Conflicts() {}

  /**
   * The refusal.
   *
   * @param field the first field that differs
   * @param recordedBefore whether the id was recorded before this call, not by an earlier item of
   *     it
   */
  static Verdict verdict(String field, boolean recordedBefore) {
    Rejected rejected =
        recordedBefore
            ? new Rejected(
                ErrorReason.ERROR_REASON_ID_REUSED,
                field,
                "differs from what was recorded under this id (expected: the same content, or a new id)")
            : new Rejected(
                ErrorReason.ERROR_REASON_DUPLICATE_IN_BATCH,
                field,
                "differs from an earlier item of this batch with the same id (expected: each id once)");
    return Verdicts.rejected(rejected);
  }
}
