package dev.tributary.runtime.testing;

import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Watches every answer that a client gets and notes those that break the error contract: a failure
 * has exactly one ErrorInfo, in our domain, with a reason of the catalogue; FIELD_INVALID names its
 * fields, RESOURCE_EXHAUSTED says when to come back. A failure that breaks it also reaches the test
 * as an INTERNAL that says so.
 */
public final class ErrorConformance implements ClientInterceptor {
  /** Codes with which gRPC itself ends calls, without our hands in it. */
  private static final Set<Status.Code> GRPC_ITSELF =
      EnumSet.of(
          Status.Code.CANCELLED,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.UNAVAILABLE,
          Status.Code.UNIMPLEMENTED);

  private final Queue<String> violations = new ConcurrentLinkedQueue<>();

  /** Fails when an answer seen so far broke the contract. */
  public void verify() {
    if (!violations.isEmpty()) {
      throw new AssertionError("error contract broken:\n" + String.join("\n", violations));
    }
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                super.onClose(judged(method.getFullMethodName(), status, trailers), trailers);
              }
            },
            headers);
      }
    };
  }

  private Status judged(String method, Status status, Metadata trailers) {
    Optional<String> fault = faultOf(status, trailers);
    if (fault.isEmpty()) {
      return status;
    }
    String violation = method + ": " + status + ": " + fault.get();
    violations.add(violation);
    return Status.INTERNAL.withDescription("error contract broken: " + violation);
  }

  /** What is wrong with the way in which a call failed. */
  static Optional<String> faultOf(Status status, Metadata trailers) {
    Exception failure = status.asException(trailers);
    List<ErrorInfo> infos = Statuses.details(failure, ErrorInfo.class);
    if (status.isOk() || (infos.isEmpty() && GRPC_ITSELF.contains(status.getCode()))) {
      return Optional.empty();
    }
    if (infos.size() != 1) {
      return Optional.of(infos.size() + " ErrorInfo (expected: 1)");
    }
    ErrorInfo info = infos.get(0);
    if (!info.getDomain().equals(ApiException.DOMAIN) || !isInCatalogue(info.getReason())) {
      return Optional.of("not of our catalogue: " + info);
    }
    if (info.getReason().equals("FIELD_INVALID")
        && Statuses.details(failure, BadRequest.class).isEmpty()) {
      return Optional.of("FIELD_INVALID without BadRequest");
    }
    if (status.getCode() == Status.Code.RESOURCE_EXHAUSTED
        && Statuses.details(failure, RetryInfo.class).isEmpty()) {
      return Optional.of("RESOURCE_EXHAUSTED without RetryInfo");
    }
    return Optional.empty();
  }

  private static boolean isInCatalogue(String reason) {
    return Arrays.stream(ErrorReason.values())
        .anyMatch(known -> known.name().equals("ERROR_REASON_" + reason));
  }
}
