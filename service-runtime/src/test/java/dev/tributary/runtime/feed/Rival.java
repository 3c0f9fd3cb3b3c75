package dev.tributary.runtime.feed;

import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.runtime.database.Database;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One of several followers of a feed, as processes that share a database have them.
 *
 * @param opened how many streams it has opened
 * @param open how many of them are open
 */
record Rival(FeedFollower<FeedEntry> follower, AtomicInteger opened, AtomicInteger open)
    implements AutoCloseable {

  /** Starts to follow. */
  static Rival start(ServedLog log, Database database, PageApplier<FeedEntry> applier) {
    var opened = new AtomicInteger();
    var open = new AtomicInteger();
    FeedSource<FeedEntry> counted =
        (cursor, listener) -> {
          opened.incrementAndGet();
          open.incrementAndGet();
          AutoCloseable stream = log.source().open(cursor, listener);
          return () -> {
            open.decrementAndGet();
            stream.close();
          };
        };
    var follower =
        new FeedFollower<>(ServedLog.FEED, database, counted, applier, Clock.systemUTC());
    follower.start();
    return new Rival(follower, opened, open);
  }

  boolean streams() {
    return open.get() > 0;
  }

  @Override
  public void close() {
    follower.close();
  }
}
