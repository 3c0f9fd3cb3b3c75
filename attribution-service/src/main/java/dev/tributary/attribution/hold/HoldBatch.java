package dev.tributary.attribution.hold;

import dev.tributary.runtime.api.ApiException;
import java.util.Arrays;

/**
 * A command by its caller's key, and what it has done so far.
 *
 * @param batchId the key
 * @param request what was asked, as bytes; another request with the same key is another command
 * @param done whether all of it is done
 * @param outcome what was done so far
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by requireSameAs alone.
record HoldBatch(String batchId, byte[] request, boolean done, HoldOutcome outcome) {
  /** A command of which nothing is done. */
  static HoldBatch begun(String batchId, byte[] request) {
    return new HoldBatch(batchId, request, false, HoldOutcome.NOTHING);
  }

  /**
   * This one, if both ask the same.
   *
   * @throws ApiException ID_REUSED if not
   */
  HoldBatch requireSameAs(HoldBatch other) {
    if (!Arrays.equals(request, other.request)) {
      throw ApiException.idReused("batch", batchId, "the request");
    }
    return this;
  }
}
