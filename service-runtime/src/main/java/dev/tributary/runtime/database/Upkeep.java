package dev.tributary.runtime.database;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that a thread of its own does again and again until it is closed. A fault ends a round and
 * not the thread; of several in a row the first is logged.
 */
public final class Upkeep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

  private final Duration period;
  private final String failing;
  private final BooleanSupplier work;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private boolean works = true;

  private Upkeep(String name, Duration period, String failing, BooleanSupplier work) {
    this.period = period;
    this.failing = failing;
    this.work = work;
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  /**
   * Upkeep at work, for the first time after a period.
   *
   * @param name of the thread
   * @param period between rounds
   * @param failing what the log says when a round fails
   * @param work does a part, and tells whether there is more to do at once
   */
  public static Upkeep start(String name, Duration period, String failing, BooleanSupplier work) {
    Upkeep upkeep = new Upkeep(name, period, failing, work);
    upkeep.thread.start();
    return upkeep;
  }

  /** Waits for the part in hand and stops. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!isClosingWithin(period)) {
      try {
        boolean more = work.getAsBoolean();
        while (more && !isClosingWithin(Duration.ZERO)) {
          more = work.getAsBoolean();
        }
        works = true;
      } catch (RuntimeException fault) {
        if (works) {
          log.warn("{}", failing, fault);
        }
        works = false;
      }
    }
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
