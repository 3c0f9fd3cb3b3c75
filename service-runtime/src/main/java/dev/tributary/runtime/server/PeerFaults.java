package dev.tributary.runtime.server;

import dev.tributary.runtime.api.ApiException;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.Objects;

/**
 * Gives the failures that gRPC itself reports about a peer (not reachable, too slow) a reason that
 * names the peer and no address, so that they can be passed on to our own caller as they are. The
 * peer's name is the area of its contract: "metrics" for {@code tributary.metrics.v1}.
 */
final class PeerFaults implements ClientInterceptor {
  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    String peer = peer(method.getFullMethodName());
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(new NamingListener<>(listener, peer), headers);
      }
    };
  }

  /** Area of a method of ours, else the method's package. */
  static String peer(String fullMethodName) {
    String[] parts = fullMethodName.split("\\.", -1);
    return parts[0].equals("tributary") && parts.length > 2 ? parts[1] : parts[0];
  }

  private static final class NamingListener<A> extends SimpleForwardingClientCallListener<A> {
    private final String peer;

    NamingListener(ClientCall.Listener<A> listener, String peer) {
      super(listener);
      this.peer = peer;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      if (status.isOk() || ErrorDetails.reason(trailers).isPresent()) {
        super.onClose(status, trailers);
        return;
      }
      switch (status.getCode()) {
        case UNAVAILABLE ->
            fail(ApiException.peerUnavailable(peer, status.asRuntimeException(trailers)));
        case DEADLINE_EXCEEDED ->
            fail(ApiException.deadline(peer + " did not answer in time", Map.of("peer", peer)));
        default -> super.onClose(status, trailers);
      }
    }

    private void fail(ApiException fault) {
      StatusRuntimeException named = fault.toStatus();
      super.onClose(named.getStatus(), Objects.requireNonNull(named.getTrailers()));
    }
  }
}
