package dev.tributary.runtime.feed;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Positions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Pages of a service's own log, for a follower that keeps its cursor and its effects in the same
 * database. What is committed but not yet on disk may be read: the follower's own commit comes
 * after it and takes it along, so the cursor is never ahead of the log.
 *
 * <p>It looks at the log every 50 ms, and on at once while pages are full; so a follower under load
 * applies few large pages, and its commits do not compete with those that callers wait for.
 */
public final class LocalSource implements FeedSource<StoredEntry> {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Database database;
  private final FeedLog log;
  private final PageReader pages;

  /**
   * Pages of one log.
   *
   * @param tables every table that has entries of the log; together they must hold each sequence
   *     exactly once
   */
  public LocalSource(Database database, FeedLog log, List<FeedTable> tables) {
    this.database = database;
    this.log = log;
    this.pages = new PageReader(database, List.copyOf(tables));
  }

  /**
   * Starts a thread that reads. When the stream has been closed, it no longer reads the database;
   * it may still be held up by the listener until that is closed too.
   */
  @Override
  public AutoCloseable open(Positions cursor, PageListener<StoredEntry> listener) {
    var reading = new Reading(cursor, listener);
    new Thread(reading, "read-" + log.feedName()).start();
    return reading;
  }

  private final class Reading implements Runnable, AutoCloseable {
    private final Positions start;
    private final PageListener<StoredEntry> listener;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Held while the database is read, so that closing waits for it. */
    private final Object reading = new Object();

    private boolean closed;

    Reading(Positions start, PageListener<StoredEntry> listener) {
      this.start = start;
      this.listener = listener;
    }

    @Override
    public void run() {
      try {
        read();
        listener.onEnd(null);
      } catch (RuntimeException fault) {
        // Not swallowed: the follower reports it and comes back to its cursor.
        listener.onEnd(fault);
      }
    }

    @Override
    public void close() {
      closing.countDown();
      synchronized (reading) {
        closed = true;
      }
    }

    /** The first page is handed over even if it is empty: its cursor tells which log it is. */
    private void read() {
      Optional<FeedPage<StoredEntry>> page = next(start);
      page.ifPresent(listener::onPage);
      while (page.isPresent() && !isClosingWithin(isFull(page.get()) ? Duration.ZERO : PAUSE)) {
        page = next(page.get().next());
        page.filter(next -> !next.items().isEmpty()).ifPresent(listener::onPage);
      }
    }

    /** The next page; none when this closes. */
    private Optional<FeedPage<StoredEntry>> next(Positions cursor) {
      synchronized (reading) {
        return closed
            ? Optional.empty()
            : Optional.of(pages.read(cursor, database.read(log::head)));
      }
    }

    private boolean isFull(FeedPage<StoredEntry> page) {
      return !page.next().covers(page.head()) && !page.items().isEmpty();
    }

    private boolean isClosingWithin(Duration pause) {
      try {
        return closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
        return true;
      }
    }
  }
}
