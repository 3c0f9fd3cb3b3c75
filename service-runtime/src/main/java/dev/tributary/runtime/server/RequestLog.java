package dev.tributary.runtime.server;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.function.Supplier;

/**
 * Gives every call an id and writes one line when it ends, however it ends. Outermost, so that it
 * sees all.
 */
final class RequestLog implements ServerInterceptor {
  private final Supplier<String> newIds;

  /** Makes new request ids with the supplier, from any thread. */
  RequestLog(Supplier<String> newIds) {
    this.newIds = newIds;
  }

  @Override
  public <Q, A> Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    CallEntry entry = CallEntry.of(call, headers, newIds);
    Context context = Context.current().withValue(CallContext.ENTRY, entry);
    return new LoggedListener<>(
        Contexts.interceptCall(context, new LoggedCall<>(call, entry), headers, next), entry);
  }

  private static final class LoggedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private final CallEntry entry;

    LoggedCall(ServerCall<Q, A> call, CallEntry entry) {
      super(call);
      this.entry = entry;
    }

    @Override
    public void close(Status status, Metadata trailers) {
      entry.write(status, trailers);
      super.close(status, trailers);
    }
  }

  private static final class LoggedListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final CallEntry entry;

    LoggedListener(Listener<Q> listener, CallEntry entry) {
      super(listener);
      this.entry = entry;
    }

    @Override
    public void onCancel() {
      entry.write(Status.CANCELLED, new Metadata());
      super.onCancel();
    }
  }
}
