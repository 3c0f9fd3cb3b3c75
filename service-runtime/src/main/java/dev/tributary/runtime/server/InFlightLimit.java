package dev.tributary.runtime.server;

import dev.tributary.runtime.api.ApiException;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Bounds the calls in flight, streams counted too. Beyond it a call is refused at once with the
 * delay after which to try again: a queue that nobody bounds only turns overload into timeouts.
 */
final class InFlightLimit implements ServerInterceptor {
  private static final Duration RETRY_AFTER = Duration.ofMillis(100);

  private final int max;
  private final Semaphore free;

  InFlightLimit(int max) {
    this.max = max;
    this.free = new Semaphore(max);
  }

  @Override
  public <Q, A> Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (!free.tryAcquire()) {
      throw ApiException.queueFull(max, RETRY_AFTER);
    }
    return ReleasingListener.around(() -> next.startCall(call, headers), free::release);
  }
}
