package dev.tributary.ingestion.privacy;

import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.log.Shards;

/**
 * Somebody to be forgotten.
 *
 * @param workspace whose person it is
 * @param erasureId the caller's id
 * @param author hash of the author
 * @param reason why
 */
record Erasure(String workspace, String erasureId, PersonKey author, String reason) {
  /** Where its receipt and its entry in the feed are. */
  int shard() {
    return Shards.of(workspace, "erasure", erasureId);
  }
}
