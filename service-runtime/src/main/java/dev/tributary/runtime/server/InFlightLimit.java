package dev.tributary.runtime.server;

import dev.tributary.runtime.api.ApiException;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Bounds the calls in flight, streams counted too. Beyond it a call is refused at once with the
 * delay after which to try again: a queue that nobody bounds only turns overload into timeouts.
 *
 * <p>Hot methods take no thread while they wait and have a queue of their own that bounds them, so
 * many more of them may be in flight; their bound is only there for streams on which nothing comes.
 */
final class InFlightLimit implements ServerInterceptor {
  private static final Duration RETRY_AFTER = Duration.ofMillis(100);
  private static final int HOT_FACTOR = 64;

  private final Set<String> hotMethods;
  private final Limit usual;
  private final Limit hot;

  InFlightLimit(int max, Set<String> hotMethods) {
    this.hotMethods = hotMethods;
    this.usual = new Limit(max);
    this.hot = new Limit(max * HOT_FACTOR);
  }

  @Override
  public <Q, A> Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    boolean isHot = hotMethods.contains(call.getMethodDescriptor().getFullMethodName());
    Limit limit = isHot ? hot : usual;
    if (!limit.free.tryAcquire()) {
      throw ApiException.queueFull(limit.max, RETRY_AFTER);
    }
    return ReleasingListener.around(() -> next.startCall(call, headers), limit.free::release);
  }

  private static final class Limit {
    private final int max;
    private final Semaphore free;

    Limit(int max) {
      this.max = max;
      this.free = new Semaphore(max);
    }
  }
}
