package dev.tributary.runtime.feed;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.log.Positions;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Those who wait for a position, as futures and not as threads. Thread-safe. */
final class Waiters {
  private final Queue<Waiter> waiting = new ConcurrentLinkedQueue<>();

  /** A future that completes once the position is applied. */
  CompletableFuture<Void> add(Positions atLeast, Supplier<Positions> applied) {
    var waiter = new Waiter(atLeast, new CompletableFuture<>());
    waiting.add(waiter);
    // Looked at after the waiter was added: a page applied in between is seen by one of the two.
    settle(applied.get());
    return waiter.reached;
  }

  /** Completes all whom the position satisfies, and forgets those who no longer wait. */
  void settle(Positions applied) {
    waiting.removeIf(waiter -> waiter.isSettledBy(applied));
  }

  private record Waiter(Positions atLeast, CompletableFuture<Void> reached) {
    boolean isSettledBy(Positions applied) {
      if (!applied.isSameFeedAs(atLeast)) {
        reached.completeExceptionally(ApiException.positionUnknown(atLeast.feed()));
      } else if (applied.covers(atLeast)) {
        reached.complete(null);
      }
      return reached.isDone();
    }
  }
}
