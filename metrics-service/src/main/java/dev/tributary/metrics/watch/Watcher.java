package dev.tributary.metrics.watch;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One stream. Its turns come one after another, each on any thread of the pool: a turn asks for the
 * next one when it is done.
 */
final class Watcher<R> {
  private final ServerCallStreamObserver<R> out;
  private final Watched<R> watched;
  private final Pulse pulse;
  private final ScheduledExecutorService clock;
  private final Executor work;
  private final Runnable release;
  private final AtomicBoolean ended = new AtomicBoolean();
  private @Nullable Object stateSeen;
  private @Nullable R sent;

  /** Ticks since something was sent, and since that told something. */
  private long silent;

  private long unchanged;

  /**
   * A stream that has not begun.
   *
   * @param release told once, when it is over
   */
  Watcher(
      ServerCallStreamObserver<R> out,
      Watched<R> watched,
      Pulse pulse,
      ScheduledExecutorService clock,
      Executor work,
      Runnable release) {
    this.out = out;
    this.watched = watched;
    this.pulse = pulse;
    this.clock = clock;
    this.work = work;
    this.release = release;
  }

  void beginAfter(CompletableFuture<Void> begin) {
    goOnAfter(begin.thenRunAsync(this::sendFirst, work));
  }

  /** The caller is gone, or gets no more. */
  void end() {
    if (ended.compareAndSet(false, true)) {
      release.run();
    }
  }

  private void goOnAfter(CompletableFuture<Void> turn) {
    var unused =
        turn.whenComplete(
            (done, fault) -> {
              if (fault == null) {
                goOn();
              } else {
                fail(fault);
              }
            });
  }

  private void goOn() {
    if (!ended.get()) {
      var unused =
          clock.schedule(
              () -> goOnAfter(CompletableFuture.runAsync(this::turn, work)),
              pulse.tick().toNanos(),
              TimeUnit.NANOSECONDS);
    }
  }

  private void fail(Throwable fault) {
    if (!ended.get()) {
      end();
      out.onError(
          fault instanceof CompletionException && fault.getCause() != null
              ? fault.getCause()
              : fault);
    }
  }

  private void sendFirst() {
    stateSeen = watched.state();
    tell(watched.message());
  }

  private void turn() {
    silent++;
    unchanged++;
    // A caller that reads slowly gets the newest when it has read the last one.
    if (ended.get() || !out.isReady()) {
      return;
    }
    boolean isBeat = silent >= pulse.ticksToHeartbeat();
    Object state = watched.state();
    if (unchanged >= pulse.ticksToMessage() && (isBeat || !state.equals(stateSeen))) {
      stateSeen = state;
      R now = watched.message();
      R before = sent;
      if (before == null || !watched.isSame(before, now)) {
        tell(now);
        return;
      }
    }
    if (isBeat) {
      out.onNext(watched.heartbeat());
      silent = 0;
    }
  }

  private void tell(R message) {
    out.onNext(message);
    sent = message;
    silent = 0;
    unchanged = 0;
  }
}
