package dev.tributary.runtime.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hands pages of one stream from the thread that receives them to the one that applies them, one at
 * a time. An interrupt must not stray into H2, where it closes the file: it closes the handover
 * instead. {@link #close} ends every wait.
 */
final class PageHandover<E> implements PageListener<E> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable FeedPage<E> waiting;
  private @Nullable Throwable fault;
  private boolean ended;
  private boolean closed;

  @Override
  public void onPage(FeedPage<E> page) {
    lock.lock();
    try {
      while (waiting != null && !closed) {
        changed.awaitUninterruptibly();
      }
      waiting = page;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onEnd(@Nullable Throwable fault) {
    lock.lock();
    try {
      this.fault = fault;
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next page; empty when closed here, or when none came in time.
   *
   * @throws FeedEnded when the stream is over and its last page was taken
   */
  Optional<FeedPage<E>> take(Duration wait) throws FeedEnded {
    lock.lock();
    try {
      long nanos = wait.toNanos();
      while (waiting == null && !ended && !closed && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      boolean late = waiting == null && !ended;
      if (closed || late) {
        return Optional.empty();
      }
      FeedPage<E> page = waiting;
      if (page == null) {
        throw new FeedEnded(fault);
      }
      waiting = null;
      changed.signalAll();
      return Optional.of(page);
    } catch (InterruptedException toldToStop) {
      // Not marked again: the mark would stray.
      closed = true;
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The stream ended on the other side, or on the way. */
  static final class FeedEnded extends Exception {
    private static final long serialVersionUID = 1;

    FeedEnded(@Nullable Throwable cause) {
      super(
          cause == null
              ? "the feed ended its stream"
              : "the feed's stream broke: " + cause.getMessage(),
          cause);
    }
  }
}
