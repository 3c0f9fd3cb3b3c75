package dev.tributary.attribution.settle;

import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.feed.StoredEntry;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * One kind of thing that follows from entries of the service's own feed. Whichever of two rows is
 * looked at second must find the other, so that it does not matter in which order they were
 * written.
 */
@FunctionalInterface
public interface SettlerStep {
  /**
   * Looks at a page without locking anything.
   *
   * @return what has to be written; empty for most pages
   */
  Optional<Settlement> due(Handle handle, List<FeedItem<StoredEntry>> items);
}
