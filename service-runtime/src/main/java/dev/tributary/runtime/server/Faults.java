package dev.tributary.runtime.server;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.database.Dialect;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What a caller is told about a fault. */
final class Faults {
  private Faults() {}

  /**
   * The status of a call that ended with the fault. It names our reason; what the fault itself says
   * stays in the status's cause, which never leaves the process.
   */
  static StatusRuntimeException toStatus(Throwable fault, String requestId) {
    if (fault instanceof ApiException known) {
      return known.toStatus();
    }
    if (fault instanceof StatusRuntimeException answer) {
      return peerStatus(answer, requestId);
    }
    if (fault instanceof StatusException answer) {
      return peerStatus(answer.getStatus().asRuntimeException(answer.getTrailers()), requestId);
    }
    Throwable cause = fault.getCause();
    if (cause != null
        && (fault instanceof CompletionException || fault instanceof ExecutionException)) {
      return toStatus(cause, requestId);
    }
    if (Dialect.isConnectionFault(fault)) {
      return ApiException.peerUnavailable("database", fault).toStatus();
    }
    return ApiException.internal(requestId, fault).toStatus();
  }

  /** Whether somebody of us must look at it. */
  static boolean isOurs(Status status) {
    return switch (status.getCode()) {
      case INTERNAL, UNKNOWN, DATA_LOSS -> true;
      default -> false;
    };
  }

  /** A peer's answer goes on as it is when it has a reason; what gRPC itself reported gets one. */
  private static StatusRuntimeException peerStatus(
      StatusRuntimeException answer, String requestId) {
    Metadata trailers = answer.getTrailers();
    if (ErrorDetails.reason(trailers).isPresent()) {
      return answer;
    }
    return switch (answer.getStatus().getCode()) {
      case CANCELLED, UNIMPLEMENTED -> answer;
      case UNAVAILABLE -> ApiException.peerUnavailable("peer", answer).toStatus();
      case DEADLINE_EXCEEDED ->
          ApiException.deadline("the deadline passed while waiting for a peer", Map.of())
              .toStatus();
      default -> ApiException.internal(requestId, answer).toStatus();
    };
  }
}
