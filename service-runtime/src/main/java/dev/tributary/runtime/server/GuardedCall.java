package dev.tributary.runtime.server;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/**
 * A call that can be closed from any thread, once, and whose every failure carries its reason. A
 * handler may answer from a thread of its own while a fault or a deadline closes the call from
 * another; gRPC's calls are not made for that. Whatever comes after the close is dropped.
 */
final class GuardedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
  private final CallEntry entry;
  private final Object lock = new Object();
  private boolean closed;
  private boolean ended;

  GuardedCall(ServerCall<Q, A> call, CallEntry entry) {
    super(call);
    this.entry = entry;
  }

  /**
   * Ends the call for a fault from outside of its handler, for which it is cancelled from then on.
   * A fault of ours that comes after the answer is only logged.
   */
  void end(Throwable fault) {
    synchronized (lock) {
      ended |= !closed;
    }
    closeFor(fault);
  }

  /** Whether {@link #end} closed the call, not the handler. */
  boolean isEnded() {
    synchronized (lock) {
      return ended;
    }
  }

  /**
   * A handler's {@code onError} arrives here, with whatever it was given; a failure without a
   * reason gets one.
   */
  @Override
  public void close(Status status, Metadata trailers) {
    if (status.isOk() || ErrorDetails.reason(trailers).isPresent()) {
      closeOnce(status, trailers);
      return;
    }
    Throwable cause = status.getCause();
    if (status.getCode() == Status.Code.UNKNOWN && cause != null) {
      closeFor(cause);
    } else {
      closeFor(status.asRuntimeException(trailers));
    }
  }

  @Override
  public void sendHeaders(Metadata headers) {
    synchronized (lock) {
      if (!closed) {
        super.sendHeaders(headers);
      }
    }
  }

  @Override
  public void sendMessage(A message) {
    synchronized (lock) {
      if (!closed) {
        super.sendMessage(message);
      }
    }
  }

  private void closeFor(Throwable fault) {
    StatusRuntimeException answer = Faults.toStatus(fault, entry.requestId());
    Metadata trailers = answer.getTrailers();
    boolean answered = closeOnce(answer.getStatus(), trailers == null ? new Metadata() : trailers);
    if (!answered && Faults.isOurs(answer.getStatus())) {
      entry.writeLateFault(fault);
    }
  }

  private boolean closeOnce(Status status, Metadata trailers) {
    synchronized (lock) {
      if (closed) {
        return false;
      }
      closed = true;
      super.close(status, trailers);
      return true;
    }
  }
}
