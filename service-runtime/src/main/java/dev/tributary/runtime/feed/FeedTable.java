package dev.tributary.runtime.feed;

import dev.tributary.runtime.log.Positions;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A table whose rows are entries of the log. All tables of a log share its sequences. */
public interface FeedTable {
  /**
   * The table's entries after one position and up to another, in any order: how many lie in between
   * is known from the positions and never exceeds {@code limit}. All of them, or, where their
   * payloads are more than a page can hold, as many of the first by shard and sequence as are, with
   * one more.
   */
  List<StoredEntry> after(Handle handle, Positions from, Positions head, int limit);
}
