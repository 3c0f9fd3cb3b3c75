package dev.tributary.attribution.commission;

import dev.tributary.runtime.log.Shards;

/** Where the rows of a collaboration live. */
final class Collaboration {
  private Collaboration() {}

  /** Shard of its terms, statements, fees and bonuses. */
  static int shard(String workspace, String collaborationId) {
    return Shards.of(workspace, "collaboration", collaborationId);
  }
}
