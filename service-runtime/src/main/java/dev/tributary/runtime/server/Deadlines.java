package dev.tributary.runtime.server;

import dev.tributary.runtime.api.ApiException;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Sees to it that no call works for nobody and that every call ends. One whose deadline passed
 * while it waited is refused. One that came without a deadline gets ours: it is closed when that
 * passes, and its context is cancelled, so that its own calls to peers end too. A server stream
 * without a deadline (a follower) lasts until the server stops.
 */
final class Deadlines implements ServerInterceptor {
  private final String service;
  private final Duration standard;
  private final ScheduledExecutorService timer;
  private final Set<Consumer<Throwable>> endlessCalls = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /**
   * Makes the interceptor of one server.
   *
   * @param service name of the service, told to callers whose streams end because it stops
   * @param standard deadline of calls that bring none
   */
  Deadlines(String service, Duration standard, ScheduledExecutorService timer) {
    this.service = service;
    this.standard = standard;
    this.timer = timer;
  }

  @Override
  public <Q, A> Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Deadline given = Context.current().getDeadline();
    if (given == null) {
      return call.getMethodDescriptor().getType().serverSendsOneMessage()
          ? limited(call, headers, next)
          : endless(call, headers, next);
    }
    if (given.isExpired()) {
      throw ApiException.deadline("the deadline passed before the call began", Map.of());
    }
    return next.startCall(call, headers);
  }

  /** Ends the streams that have no end of their own; their callers open them again elsewhere. */
  void stop() {
    stopping = true;
    endlessCalls.forEach(end -> end.accept(ApiException.peerUnavailable(service)));
  }

  private <Q, A> Listener<Q> limited(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Consumer<Throwable> end = CallContext.END.get();
    CancellableContext context =
        Context.current().withDeadlineAfter(standard.toNanos(), TimeUnit.NANOSECONDS, timer);
    context.addListener(ended -> endWhenTimedOut(ended, end), Runnable::run);
    return ReleasingListener.around(
        () -> Contexts.interceptCall(context, call, headers, next), () -> context.cancel(null));
  }

  private void endWhenTimedOut(Context ended, Consumer<Throwable> end) {
    if (ended.cancellationCause() instanceof TimeoutException) {
      String message = "not done within " + standard.toMillis() + " ms, this server's default";
      end.accept(ApiException.deadline(message, Map.of()));
    }
  }

  private <Q, A> Listener<Q> endless(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Consumer<Throwable> end = CallContext.END.get();
    endlessCalls.add(end);
    return ReleasingListener.around(
        () -> {
          if (stopping) {
            throw ApiException.peerUnavailable(service);
          }
          return next.startCall(call, headers);
        },
        () -> endlessCalls.remove(end));
  }
}
