package dev.tributary.attribution.settle;

import dev.tributary.runtime.log.Heads;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What one step has to write about a page. */
public interface Settlement {
  /** The shards that it writes to. Their heads are locked, with those of all other steps. */
  Set<Integer> shards();

  /**
   * Writes with the heads locked. Other steps may have written since this one looked, and callers
   * too; what depends on that has to be read again here.
   *
   * @param heads the locked heads; the settler finishes them
   */
  void write(Handle handle, Heads heads);
}
