package dev.tributary.attribution.privacy;

import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.runtime.log.Shards;

/**
 * Somebody to be forgotten.
 *
 * @param workspace whose person it is
 * @param erasureId the caller's id
 * @param kind which of the person's names is given
 * @param key its hash
 * @param reason why
 */
record Erasure(String workspace, String erasureId, PersonKind kind, PersonKey key, String reason) {
  /** Where its receipt and its entry in the feed are. */
  int shard() {
    return Shards.of(workspace, "erasure", erasureId);
  }
}
