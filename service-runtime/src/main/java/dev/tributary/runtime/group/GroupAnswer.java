package dev.tributary.runtime.group;

import dev.tributary.type.v1.WriteLoad;
import java.util.List;

/**
 * What became of the items of one call, all of them on disk.
 *
 * @param <R> what became of an item
 * @param results one for each item, in their order
 * @param groupItems items of the largest group that had one of them, those of other callers
 *     included
 * @param queuedItems items that still waited when the last of them was written
 */
public record GroupAnswer<R>(List<R> results, int groupItems, int queuedItems) {
  /** How busy the writers were, as the API answers it. */
  public WriteLoad load() {
    return WriteLoad.newBuilder().setGroupItems(groupItems).setQueuedItems(queuedItems).build();
  }
}
