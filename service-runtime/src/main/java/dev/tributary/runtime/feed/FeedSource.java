package dev.tributary.runtime.feed;

import dev.tributary.runtime.log.Positions;

/**
 * Where pages come from. Reconnecting is not its business: when a stream ends it says so, and the
 * follower opens another from its committed cursor.
 */
@FunctionalInterface
public interface FeedSource<E> {
  /**
   * Starts a stream of pages after the cursor and returns without waiting for them. Pages hold
   * every entry of the feed, also those of kinds that the caller does not know: the follower checks
   * that nothing is missing.
   *
   * @return ends the stream; the listener may still hear of it
   */
  AutoCloseable open(Positions cursor, PageListener<E> listener);
}
