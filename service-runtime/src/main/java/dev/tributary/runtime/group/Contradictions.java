package dev.tributary.runtime.group;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;

/** Why an item is refused that contradicts another one under its id. */
public final class Contradictions {
  private Contradictions() {}

  /**
   * The id was recorded with other content.
   *
   * @param field name of the first field that differs
   */
  public static Rejected idReused(String field) {
    return new Rejected(
        ErrorReason.ERROR_REASON_ID_REUSED,
        field,
        "differs from what was recorded under this id (expected: the same content, or a new id)");
  }

  /**
   * The id stands earlier in the same batch with other content.
   *
   * @param field name of the first field that differs
   */
  public static Rejected duplicateInBatch(String field) {
    return new Rejected(
        ErrorReason.ERROR_REASON_DUPLICATE_IN_BATCH,
        field,
        "differs from an earlier item of this batch with the same id (expected: each id once)");
  }
}
