package dev.tributary.metrics.watch;

import dev.tributary.runtime.api.ApiException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Streams that tell what changes. One thread looks after all of them and computes nothing; messages
 * are made on a pool, one at a time for each stream, and only while its caller reads. Thread-safe.
 */
public final class Watchers implements AutoCloseable {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final int countMax;
  private final Duration heartbeat;
  private final Executor work;
  private final Semaphore free;
  private final ScheduledThreadPoolExecutor clock;

  /**
   * Nobody watches yet.
   *
   * @param countMax how many may watch at the same time
   * @param heartbeat how long a stream is silent at most
   * @param work makes messages; bounded
   */
  public Watchers(int countMax, Duration heartbeat, Executor work) {
    this.countMax = countMax;
    this.heartbeat = heartbeat;
    this.work = work;
    this.free = new Semaphore(countMax);
    this.clock = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "watchers"));
    this.clock.setRemoveOnCancelPolicy(true);
    // What comes after close() needs no answer: the server has ended its streams.
    this.clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /**
   * Serves a stream until its caller goes away; to be called from the handler of a streaming
   * method, and returns at once.
   *
   * @param begin when it completes, the first message is made; its fault ends the stream
   * @param interval least time between two messages about something
   * @throws ApiException QUEUE_FULL when too many watch
   */
  public <R> void watch(
      StreamObserver<R> out, CompletableFuture<Void> begin, Duration interval, Watched<R> watched) {
    if (!free.tryAcquire()) {
      throw ApiException.queueFull(countMax, RETRY_AFTER);
    }
    var call = (ServerCallStreamObserver<R>) out;
    var pulse = Pulse.of(interval, heartbeat);
    var watcher = new Watcher<>(call, watched, pulse, clock, work, free::release);
    call.setOnCancelHandler(
        () -> {
          // Ended first: what is cancelled then is no fault of anybody's.
          watcher.end();
          begin.cancel(false);
        });
    watcher.beginAfter(begin);
  }

  /** How many watch now. */
  public int count() {
    return countMax - free.availablePermits();
  }

  /** Stops looking after streams; call it after the server has ended them. */
  @Override
  public void close() {
    clock.shutdownNow();
  }
}
