package dev.tributary.runtime.server;

import dev.tributary.runtime.api.ApiException;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sees to it that no call works for nobody. A call whose deadline passed while it waited is
 * refused; one that came without a deadline gets ours, unless the server streams: a follower stays
 * as long as it likes. A call that runs into our deadline is closed there and then, and its context
 * is cancelled, so that its own calls to peers end too.
 */
final class Deadlines implements ServerInterceptor {
  private final Duration standard;
  private final ScheduledExecutorService timer;

  Deadlines(Duration standard, ScheduledExecutorService timer) {
    this.standard = standard;
    this.timer = timer;
  }

  @Override
  public <Q, A> Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Deadline given = Context.current().getDeadline();
    if (given != null && given.isExpired()) {
      throw ApiException.deadline("the deadline passed before the call began", Map.of());
    }
    if (given != null || !call.getMethodDescriptor().getType().serverSendsOneMessage()) {
      return next.startCall(call, headers);
    }
    return limited(call, headers, next);
  }

  private <Q, A> Listener<Q> limited(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    CancellableContext context =
        Context.current().withDeadlineAfter(standard.toNanos(), TimeUnit.NANOSECONDS, timer);
    context.addListener(ended -> closeWhenTimedOut(call, ended), Runnable::run);
    try {
      return new ReleasingListener<>(Contexts.interceptCall(context, call, headers, next), context);
    } catch (RuntimeException | Error fault) {
      context.cancel(fault);
      throw fault;
    }
  }

  private void closeWhenTimedOut(ServerCall<?, ?> call, Context ended) {
    if (ended.cancellationCause() instanceof TimeoutException) {
      String message = "not done within " + standard.toMillis() + " ms, this server's default";
      StatusRuntimeException status = ApiException.deadline(message, Map.of()).toStatus();
      call.close(status.getStatus(), Objects.requireNonNull(status.getTrailers()));
    }
  }

  /** Stops the timer when the call ends before it. */
  private static final class ReleasingListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final CancellableContext context;

    ReleasingListener(Listener<Q> listener, CancellableContext context) {
      super(listener);
      this.context = context;
    }

    @Override
    public void onComplete() {
      try {
        super.onComplete();
      } finally {
        context.cancel(null);
      }
    }

    @Override
    public void onCancel() {
      try {
        super.onCancel();
      } finally {
        context.cancel(null);
      }
    }
  }
}
