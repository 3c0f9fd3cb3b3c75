package dev.tributary.runtime.feed;

import dev.tributary.runtime.log.Positions;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A table whose rows are entries of the log. All tables of a log share its sequences. */
public interface FeedTable {
  /**
   * The table's entries after one position and up to another, in any order. All of them: how many
   * lie in between is known from the positions and never exceeds {@code limit}.
   */
  List<StoredEntry> after(Handle handle, Positions from, Positions head, int limit);
}
