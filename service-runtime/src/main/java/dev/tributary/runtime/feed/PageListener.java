package dev.tributary.runtime.feed;

import org.jspecify.annotations.Nullable;

/**
 * Takes what a feed sends. Its methods are called one after another, by a thread that may be held
 * up.
 */
public interface PageListener<E> {
  /**
   * The next page; returns when there is room for another, which is how a slow applier slows down
   * its source.
   */
  void onPage(FeedPage<E> page);

  /**
   * The stream is over: for the fault, or null if the other side ended it in good order. Nothing
   * follows.
   */
  void onEnd(@Nullable Throwable fault);
}
