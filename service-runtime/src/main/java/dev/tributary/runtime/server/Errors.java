package dev.tributary.runtime.server;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/**
 * The one place where faults become answers. Handlers and inner interceptors let exceptions fly;
 * whatever a callback throws closes the call once, for unary and streaming methods alike. After
 * that, as after a passed deadline, the handler hears no more messages, only that its call is
 * cancelled, so that it can let go of what it holds.
 */
final class Errors implements ServerInterceptor {
  @Override
  public <Q, A> Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    GuardedCall<Q, A> guarded = new GuardedCall<>(call, CallContext.ENTRY.get());
    Context context = Context.current().withValue(CallContext.END, guarded::end);
    try {
      return new CatchingListener<>(
          Contexts.interceptCall(context, guarded, headers, next), guarded);
    } catch (Throwable fault) {
      guarded.end(fault);
      return new Listener<>() {};
    }
  }

  private static final class CatchingListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final GuardedCall<Q, ?> call;
    private boolean failed;

    CatchingListener(Listener<Q> listener, GuardedCall<Q, ?> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      unlessOver(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      unlessOver(super::onHalfClose);
    }

    @Override
    public void onReady() {
      unlessOver(super::onReady);
    }

    @Override
    public void onCancel() {
      run(super::onCancel);
    }

    @Override
    public void onComplete() {
      run(call.isEnded() ? super::onCancel : super::onComplete);
    }

    private void unlessOver(Runnable callback) {
      if (!failed && !call.isEnded()) {
        run(callback);
      }
    }

    private void run(Runnable callback) {
      try {
        callback.run();
      } catch (Throwable fault) {
        failed = true;
        call.end(fault);
      }
    }
  }
}
