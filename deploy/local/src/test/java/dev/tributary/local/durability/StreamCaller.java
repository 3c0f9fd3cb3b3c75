package dev.tributary.local.durability;

import io.grpc.stub.StreamObserver;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests on one bidirectional stream whose answers come in their order. A stream that ended
 * is replaced by a new one with the next request. Thread-safe.
 */
final class StreamCaller<Q, A> {
  private final Function<StreamObserver<A>, StreamObserver<Q>> open;
  private @Nullable Life life;

  StreamCaller(Function<StreamObserver<A>, StreamObserver<Q>> open) {
    this.open = open;
  }

  synchronized CompletableFuture<A> send(Q request) {
    Life current = life;
    if (current == null || current.isOver()) {
      current = new Life();
      current.requests = open.apply(current);
      life = current;
    }
    return current.send(request);
  }

  /** One stream from its opening to its end. */
  private final class Life implements StreamObserver<A> {
    private final Queue<CompletableFuture<A>> waiting = new ArrayDeque<>();
    private @Nullable StreamObserver<Q> requests;
    private @Nullable Throwable end;

    synchronized boolean isOver() {
      return end != null;
    }

    synchronized CompletableFuture<A> send(Q request) {
      if (end != null || requests == null) {
        return CompletableFuture.failedFuture(
            end == null ? new IllegalStateException("the stream is not open") : end);
      }
      CompletableFuture<A> answer = new CompletableFuture<>();
      waiting.add(answer);
      requests.onNext(request);
      return answer;
    }

    @Override
    public void onNext(A answer) {
      CompletableFuture<A> first;
      synchronized (this) {
        first = waiting.remove();
      }
      first.complete(answer);
    }

    @Override
    public void onError(Throwable fault) {
      Queue<CompletableFuture<A>> failed;
      synchronized (this) {
        end = fault;
        failed = new ArrayDeque<>(waiting);
        waiting.clear();
      }
      failed.forEach(answer -> answer.completeExceptionally(fault));
    }

    @Override
    public void onCompleted() {
      onError(new IllegalStateException("the service ended the stream"));
    }
  }
}
