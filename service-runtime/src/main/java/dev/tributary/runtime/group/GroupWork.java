package dev.tributary.runtime.group;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.log.Heads;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What a {@link GroupWriter} does with a group of items.
 *
 * @param <I> a parsed item
 * @param <R> what became of it
 */
public interface GroupWork<I, R> {
  /** The shard that the item is written to; it writes no other. */
  int shard(I item);

  /**
   * Writes the new ones of a group within the writer's transaction. The group may hold items of
   * several callers and workspaces, and the same item more than once; the first of them counts.
   * Must not finish the heads, and must do the same when it is called again with the same items
   * after the transaction was rolled back.
   *
   * @param heads locked for every shard of the group
   * @return one answer for each item, in their order
   */
  List<R> write(Handle handle, Heads heads, List<Queued<I>> group);

  /** The answer for an item that passed all rules and was refused by the database all the same. */
  R refused(I item, Rejected why);
}
