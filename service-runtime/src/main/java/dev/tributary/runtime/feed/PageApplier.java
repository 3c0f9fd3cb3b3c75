package dev.tributary.runtime.feed;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a follower does with entries. */
@FunctionalInterface
public interface PageApplier<E> {
  /**
   * Applies the entries of a page within the transaction that also moves the cursor, so each
   * exactly once. No entry may need another to have been applied before, except those of its own
   * shard. An exception rolls the page back; it is tried again until it succeeds, so an entry that
   * is not understood must be passed over, not refused.
   */
  void apply(Handle handle, List<FeedItem<E>> items);
}
