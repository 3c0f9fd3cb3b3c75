package dev.tributary.runtime.server;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one server: a fixed number for handlers, which may block, and one for deadlines.
 * The queue before the handlers has no bound of its own; {@link InFlightLimit} bounds what can
 * stand in it.
 */
final class CallThreads implements AutoCloseable {
  private static final int STOP_SECONDS_MAX = 5;

  private final ExecutorService calls;
  private final ScheduledThreadPoolExecutor timer;

  CallThreads(String name, int count) {
    calls = Executors.newFixedThreadPool(count, named(name + "-call-"));
    timer = new ScheduledThreadPoolExecutor(1, named(name + "-deadline-"));
    timer.setRemoveOnCancelPolicy(true);
  }

  Executor calls() {
    return calls;
  }

  ScheduledExecutorService timer() {
    return timer;
  }

  /** Lets running handlers end, for a few seconds at most. */
  @Override
  public void close() {
    timer.shutdownNow();
    calls.shutdown();
    try {
      if (!calls.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        calls.shutdownNow();
      }
    } catch (InterruptedException hurry) {
      calls.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
