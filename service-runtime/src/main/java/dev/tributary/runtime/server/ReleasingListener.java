package dev.tributary.runtime.server;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.ServerCall.Listener;
import java.util.function.Supplier;

/**
 * Lets go of something when a call is over: when it failed to begin, was completed, or was
 * cancelled.
 */
final class ReleasingListener<Q> extends SimpleForwardingServerCallListener<Q> {
  private final Runnable release;

  private ReleasingListener(Listener<Q> listener, Runnable release) {
    super(listener);
    this.release = release;
  }

  /**
   * Begins the call. The release runs exactly once, since gRPC reports exactly one end of a call.
   */
  static <Q> Listener<Q> around(Supplier<Listener<Q>> begin, Runnable release) {
    try {
      return new ReleasingListener<>(begin.get(), release);
    } catch (RuntimeException | Error fault) {
      release.run();
      throw fault;
    }
  }

  @Override
  public void onComplete() {
    try {
      super.onComplete();
    } finally {
      release.run();
    }
  }

  @Override
  public void onCancel() {
    try {
      super.onCancel();
    } finally {
      release.run();
    }
  }
}
