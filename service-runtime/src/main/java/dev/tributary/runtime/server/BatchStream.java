package dev.tributary.runtime.server;

import dev.tributary.runtime.api.ApiException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A stream of batches, each answered, in their order, when it is on disk. A few are in flight at a
 * time: the next is asked for when one is answered and the caller has room for the answer. So a
 * sender that is too fast is held back by HTTP/2, and one that does not read costs no memory. A
 * batch for which there is no room is taken in as soon as there is, so a full queue holds the
 * sender back too.
 *
 * @param <Q> a batch
 * @param <A> its answer
 */
public final class BatchStream<Q, A> implements StreamObserver<Q> {
  /** Enough that a group is written while the next batches come, and few enough to be bounded. */
  private static final int IN_FLIGHT_MAX = 8;

  private final ServerCallStreamObserver<A> out;
  private final Function<Q, CompletableFuture<A>> record;
  private final Deque<CompletableFuture<A>> unanswered = new ArrayDeque<>();

  /** Batches that may be asked for as soon as the caller reads. */
  private int free = IN_FLIGHT_MAX;

  /** Whether no more batches come: the caller completed, or one failed. */
  private boolean ended;

  private boolean closed;

  private BatchStream(ServerCallStreamObserver<A> out, Function<Q, CompletableFuture<A>> record) {
    this.out = out;
    this.record = record;
  }

  /**
   * Starts to take batches; to be called from the handler, which alone may turn automatic requests
   * off.
   *
   * @param record takes a batch in, on any thread. What it throws of the caller's faults ends the
   *     stream, but for those with a retry delay: then it is called again after that
   */
  public static <Q, A> StreamObserver<Q> open(
      StreamObserver<A> out, Function<Q, CompletableFuture<A>> record) {
    var call = (ServerCallStreamObserver<A>) out;
    var stream = new BatchStream<Q, A>(call, record);
    call.disableAutoRequest();
    call.setOnReadyHandler(stream::proceed);
    call.setOnCancelHandler(stream::cancel);
    stream.proceed();
    return stream;
  }

  @Override
  public void onNext(Q batch) {
    CompletableFuture<A> answer;
    synchronized (this) {
      if (ended) {
        return;
      }
      answer = taken(batch);
      unanswered.add(answer);
      ended = answer.isCompletedExceptionally();
    }
    var unused = answer.whenComplete((done, fault) -> proceed());
  }

  /** The caller went away; what was answered is recorded, and nobody waits for the rest. */
  @Override
  public void onError(Throwable gone) {
    cancel();
  }

  @Override
  public void onCompleted() {
    synchronized (this) {
      ended = true;
    }
    proceed();
  }

  private CompletableFuture<A> taken(Q batch) {
    try {
      return record.apply(batch);
    } catch (ApiException refused) {
      // A fault is told after the answers of the batches before it.
      return refused
          .retryDelay()
          .map(delay -> takenAfter(delay, batch, refused))
          .orElseGet(() -> CompletableFuture.failedFuture(refused));
    }
  }

  private CompletableFuture<A> takenAfter(Duration delay, Q batch, ApiException refused) {
    Executor later = CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS);
    return CompletableFuture.runAsync(() -> {}, later)
        .thenCompose(waited -> isClosed() ? CompletableFuture.failedFuture(refused) : taken(batch));
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized void proceed() {
    while (!closed && !unanswered.isEmpty() && unanswered.getFirst().isDone()) {
      answer(unanswered.removeFirst());
    }
    if (!closed && ended && unanswered.isEmpty()) {
      closed = true;
      out.onCompleted();
    }
    if (!ended && free > 0 && out.isReady()) {
      int batches = free;
      free = 0;
      out.request(batches);
    }
  }

  private void answer(CompletableFuture<A> done) {
    var unused =
        done.whenComplete(
            (message, fault) -> {
              if (fault == null) {
                out.onNext(message);
                free++;
              } else {
                close(fault);
              }
            });
  }

  private void close(Throwable fault) {
    closed = true;
    ended = true;
    cancel();
    out.onError(fault);
  }

  private synchronized void cancel() {
    closed = true;
    ended = true;
    unanswered.forEach(answer -> answer.cancel(false));
    unanswered.clear();
  }
}
