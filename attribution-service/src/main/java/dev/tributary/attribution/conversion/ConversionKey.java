package dev.tributary.attribution.conversion;

import dev.tributary.runtime.log.Shards;

/**
 * Which conversion. What comes for one key is put in order by the lock of its shard.
 *
 * @param storefrontId the shop
 * @param type what was reached
 * @param orderId the shop's own id of the order, or the caller's id of the goal
 */
public record ConversionKey(String storefrontId, ConversionType type, String orderId) {
  /** Shard of everything that belongs to the conversion. */
  public int shard(String workspace) {
    return Shards.of(workspace, "order", storefrontId, type.name(), orderId);
  }
}
