package dev.tributary.runtime.api;

import dev.tributary.type.v1.ErrorReason;
import io.grpc.Status.Code;

/** How the reasons of {@link ErrorReason} appear in the status of a failed call. */
final class Reasons {
  private static final String PREFIX = "ERROR_REASON_";

  private Reasons() {}

  /** The reason as ErrorInfo carries it: the enum's name without its prefix. */
  static String name(ErrorReason reason) {
    return reason.name().substring(PREFIX.length());
  }

  /**
   * The canonical code of a call that fails for the reason, as the reason's comment in the contract
   * says.
   *
   * @throws IllegalArgumentException for reasons that only items have
   */
  static Code code(ErrorReason reason) {
    return switch (reason) {
      case ERROR_REASON_FIELD_INVALID,
          ERROR_REASON_BATCH_SIZE,
          ERROR_REASON_PAGE_TOKEN_MISMATCH,
          ERROR_REASON_POSITION_UNKNOWN,
          ERROR_REASON_UNMASKED_UPDATE ->
          Code.INVALID_ARGUMENT;
      case ERROR_REASON_NOT_FOUND -> Code.NOT_FOUND;
      case ERROR_REASON_VERSION_MISMATCH -> Code.ABORTED;
      case ERROR_REASON_CODE_KEY_TAKEN,
          ERROR_REASON_CODE_OVERLAPS,
          ERROR_REASON_CODE_CONFUSABLE,
          ERROR_REASON_ID_REUSED ->
          Code.ALREADY_EXISTS;
      case ERROR_REASON_PERIOD_LOCKED,
          ERROR_REASON_PERIOD_NOT_OVER,
          ERROR_REASON_TERMS_IN_USE,
          ERROR_REASON_ALREADY_PAID,
          ERROR_REASON_NOTHING_PAYABLE ->
          Code.FAILED_PRECONDITION;
      case ERROR_REASON_QUEUE_FULL -> Code.RESOURCE_EXHAUSTED;
      case ERROR_REASON_PEER_UNAVAILABLE -> Code.UNAVAILABLE;
      case ERROR_REASON_CREDENTIAL_INVALID -> Code.UNAUTHENTICATED;
      case ERROR_REASON_SCOPE_MISSING -> Code.PERMISSION_DENIED;
      case ERROR_REASON_DEADLINE -> Code.DEADLINE_EXCEEDED;
      case ERROR_REASON_INTERNAL -> Code.INTERNAL;
      default -> throw new IllegalArgumentException(reason + ": not a reason of a call");
    };
  }
}
