package dev.tributary.runtime.group;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.identity.Uuid7;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows how many writers of one kind are alive on a database that several processes share, from a
 * row that each process renews every second. Only a hint: when it is wrong, transactions are larger
 * or smaller than they should be, and nothing else.
 */
final class WriterCensus implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WriterCensus.class);
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final Database database;
  private final WriterStore store;
  private final int own;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile int alive;
  private volatile boolean counts = true;

  WriterCensus(Database database, String kind, int own) {
    String id = new Uuid7(Clock.systemUTC(), new SecureRandom()).next();
    this.database = database;
    this.store = new WriterStore(id, kind, own);
    this.own = own;
    this.alive = own;
    this.thread = new Thread(this::run, "census-" + kind);
    this.thread.setDaemon(true);
  }

  /** Counts once, and from then on every second where others may write too. */
  void start() {
    if (database.isShared()) {
      count();
      thread.start();
    } else {
      closing.countDown();
    }
  }

  /** Writers of all processes, at least our own. */
  int alive() {
    return alive;
  }

  @Override
  public void close() {
    if (closing.getCount() == 0) {
      return;
    }
    closing.countDown();
    try {
      thread.join();
      database.write(store::leave);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException unreachable) {
      log.debug("the writers' row stays until it is too old to count", unreachable);
    }
  }

  private void run() {
    try {
      while (!closing.await(BEAT.toNanos(), TimeUnit.NANOSECONDS)) {
        count();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void count() {
    try {
      alive = Math.max(own, database.write(store::beat));
      counts = true;
    } catch (RuntimeException unreachable) {
      if (counts) {
        log.warn("the writers cannot be counted; the last number stays", unreachable);
      }
      counts = false;
    }
  }
}
