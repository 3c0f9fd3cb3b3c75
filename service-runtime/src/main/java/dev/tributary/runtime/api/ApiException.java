package dev.tributary.runtime.api;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call fails for a reason that its caller can understand. It becomes a canonical code and exactly
 * one ErrorInfo in the domain {@value #DOMAIN}, with BadRequest or RetryInfo where the reason has
 * them. The factory methods are the catalogue: one for each reason of a call.
 */
public final class ApiException extends RuntimeException {
  /** Domain of every ErrorInfo of ours. */
  public static final String DOMAIN = "tributary.dev";

  private static final long serialVersionUID = 1L;

  private final ErrorReason reason;
  private final transient Map<String, String> metadata = new TreeMap<>();
  private final transient List<Any> details = new ArrayList<>();
  private transient @Nullable Duration retryDelay;

  private ApiException(ErrorReason reason, String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
    this.reason = reason;
  }

  /** INVALID_ARGUMENT: one field of the request is wrong. */
  public static ApiException fieldInvalid(String field, String message) {
    return fieldInvalid(new Rejected(ErrorReason.ERROR_REASON_FIELD_INVALID, field, message));
  }

  /** INVALID_ARGUMENT: one field of the request is wrong; the violation keeps the finer reason. */
  public static ApiException fieldInvalid(Rejected rejected) {
    FieldViolation violation =
        FieldViolation.newBuilder()
            .setField(rejected.field())
            .setDescription(rejected.message())
            .setReason(Reasons.name(rejected.reason()))
            .build();
    return of(ErrorReason.ERROR_REASON_FIELD_INVALID, rejected.field() + ": " + rejected.message())
        .with("field", rejected.field())
        .detail(Any.pack(BadRequest.newBuilder().addFieldViolations(violation).build()));
  }

  /** INVALID_ARGUMENT: a batch is empty or larger than allowed; nothing of it was recorded. */
  public static ApiException batchSize(String field, int count, int countMax) {
    String message = field + ": " + count + " items (expected: 1-" + countMax + ")";
    return of(ErrorReason.ERROR_REASON_BATCH_SIZE, message)
        .with("count", count)
        .with("count_max", countMax);
  }

  /** NOT_FOUND: the caller's workspace has no such thing. */
  public static ApiException notFound(String resource, String id) {
    return of(ErrorReason.ERROR_REASON_NOT_FOUND, resource + " \"" + Shown.of(id) + "\" not found")
        .with("resource", resource)
        .with("id", Shown.of(id));
  }

  /** ABORTED: the thing has another version than the caller expects; read it again. */
  public static ApiException versionMismatch(
      String resource, String id, long expected, long actual) {
    String message =
        resource
            + " \""
            + Shown.of(id)
            + "\" has version "
            + actual
            + " (expected: "
            + expected
            + ")";
    return of(ErrorReason.ERROR_REASON_VERSION_MISMATCH, message)
        .with("resource", resource)
        .with("id", Shown.of(id))
        .with("expected", expected)
        .with("actual", actual);
  }

  /** INVALID_ARGUMENT: the page token is not ours, or belongs to a request with other arguments. */
  public static ApiException pageTokenMismatch() {
    String message =
        "page_token: not a token of this request (expected: next_page_token of the same arguments)";
    return of(ErrorReason.ERROR_REASON_PAGE_TOKEN_MISMATCH, message).with("field", "page_token");
  }

  /** INVALID_ARGUMENT: a position or cursor that the feed never issued. */
  public static ApiException positionUnknown(String feed) {
    String message = "position: not issued by the feed \"" + Shown.of(feed) + "\"";
    return of(ErrorReason.ERROR_REASON_POSITION_UNKNOWN, message).with("feed", Shown.of(feed));
  }

  /** INVALID_ARGUMENT: an update without a mask, or with fields set that the mask does not name. */
  public static ApiException unmaskedUpdate(String message) {
    return of(ErrorReason.ERROR_REASON_UNMASKED_UPDATE, "update_mask: " + message)
        .with("field", "update_mask");
  }

  /** ALREADY_EXISTS: another code has, or once had, the same key. */
  public static ApiException codeKeyTaken(String code) {
    String message = "code \"" + Shown.of(code) + "\" is taken";
    return of(ErrorReason.ERROR_REASON_CODE_KEY_TAKEN, message).with("code", Shown.of(code));
  }

  /**
   * ALREADY_EXISTS: another code has the same key at the same time, or looks the same.
   *
   * @param refusal with reason CODE_KEY_TAKEN, CODE_OVERLAPS or CODE_CONFUSABLE
   */
  public static ApiException codeInTheWay(Rejected refusal) {
    return of(refusal.reason(), refusal.field() + ": " + refusal.message())
        .with("field", refusal.field());
  }

  /** ALREADY_EXISTS: the id was used before with other content; names the first difference. */
  public static ApiException idReused(String resource, String id, String field) {
    String message =
        resource + " \"" + Shown.of(id) + "\" exists with other content; " + field + " differs";
    return of(ErrorReason.ERROR_REASON_ID_REUSED, message)
        .with("resource", resource)
        .with("id", Shown.of(id))
        .with("field", field);
  }

  /** FAILED_PRECONDITION: the state of things forbids it, for the reason given. */
  public static ApiException failedPrecondition(ErrorReason reason, String message) {
    return of(reason, message);
  }

  /** RESOURCE_EXHAUSTED with RetryInfo: too much is in flight; the same call may be sent later. */
  public static ApiException queueFull(int inFlightMax, Duration retryAfter) {
    String message = "more than " + inFlightMax + " in flight; retry after the given delay";
    return of(ErrorReason.ERROR_REASON_QUEUE_FULL, message)
        .with("in_flight_max", inFlightMax)
        .retryAfter(retryAfter);
  }

  /**
   * RESOURCE_EXHAUSTED with RetryInfo: too many items wait to be written; nothing of this call was
   * queued, and it may be sent again later.
   *
   * @param queue what waits, for example {@code touches}
   * @param queuedItems how many wait, of all workspaces
   * @param itemsMax how many may wait; one workspace gets half
   */
  public static ApiException queueFull(
      String queue, int queuedItems, int itemsMax, Duration retryAfter) {
    String message =
        "queue of %s: %d items wait (expected: %d at most, half of them of one workspace); retry after the given delay"
            .formatted(queue, queuedItems, itemsMax);
    return of(ErrorReason.ERROR_REASON_QUEUE_FULL, message)
        .with("queue", queue)
        .with("queued_items", queuedItems)
        .with("queue_items_max", itemsMax)
        .retryAfter(retryAfter);
  }

  /** UNAVAILABLE: a service or database that this one needs cannot be reached. */
  public static ApiException peerUnavailable(String peer) {
    return peerUnavailable(peer, null);
  }

  /**
   * Like {@link #peerUnavailable(String)}; the cause is for our log and never leaves the process.
   */
  public static ApiException peerUnavailable(String peer, @Nullable Throwable cause) {
    String message = peer + " cannot be reached; retry later";
    return new ApiException(ErrorReason.ERROR_REASON_PEER_UNAVAILABLE, message, cause)
        .with("peer", peer);
  }

  /** DEADLINE_EXCEEDED: the deadline passed; metadata may tell what was waited for. */
  public static ApiException deadline(String message, Map<String, String> metadata) {
    ApiException exception = of(ErrorReason.ERROR_REASON_DEADLINE, message);
    metadata.forEach(exception::with);
    return exception;
  }

  /** UNAUTHENTICATED: no credential, or an unknown one. Does not say which. */
  public static ApiException credentialInvalid() {
    String message = "authorization: missing or unknown (expected: Bearer and an API key)";
    return of(ErrorReason.ERROR_REASON_CREDENTIAL_INVALID, message).with("header", "authorization");
  }

  /** PERMISSION_DENIED: the credential is known but lacks the scope. */
  public static ApiException scopeMissing(String scope) {
    String message = "the credential lacks the scope \"" + scope + "\"";
    return of(ErrorReason.ERROR_REASON_SCOPE_MISSING, message).with("scope", scope);
  }

  /**
   * INTERNAL: a fault of ours. The cause is for our log; the caller learns only the id it is logged
   * under.
   */
  public static ApiException internal(String requestId, Throwable cause) {
    String message = "internal error; the server's log has it under request " + requestId;
    return new ApiException(ErrorReason.ERROR_REASON_INTERNAL, message, cause)
        .with("request_id", requestId);
  }

  /** Adds a fact to the ErrorInfo's metadata, for programs; returns this exception. */
  public ApiException with(String key, Object value) {
    metadata.put(key, String.valueOf(value));
    return this;
  }

  /** Why, stable for programs. */
  public ErrorReason reason() {
    return reason;
  }

  /** After how long the same call may be sent again; empty if that would bring nothing. */
  public Optional<Duration> retryDelay() {
    return Optional.ofNullable(retryDelay);
  }

  /** The same failure as gRPC sends it; this exception's cause is kept as the status's cause. */
  public StatusRuntimeException toStatus() {
    ErrorInfo info =
        ErrorInfo.newBuilder()
            .setDomain(DOMAIN)
            .setReason(Reasons.name(reason))
            .putAllMetadata(metadata)
            .build();
    Status status =
        Status.newBuilder()
            .setCode(Reasons.code(reason).value())
            .setMessage(String.valueOf(getMessage()))
            .addDetails(Any.pack(info))
            .addAllDetails(details)
            .build();
    StatusRuntimeException sent = StatusProto.toStatusRuntimeException(status);
    return sent.getStatus().withCause(getCause()).asRuntimeException(sent.getTrailers());
  }

  private static ApiException of(ErrorReason reason, String message) {
    return new ApiException(reason, message, null);
  }

  private ApiException retryAfter(Duration delay) {
    retryDelay = delay;
    com.google.protobuf.Duration sent =
        com.google.protobuf.Duration.newBuilder()
            .setSeconds(delay.getSeconds())
            .setNanos(delay.getNano())
            .build();
    return detail(Any.pack(RetryInfo.newBuilder().setRetryDelay(sent).build()));
  }

  private ApiException detail(Any detail) {
    details.add(detail);
    return this;
  }
}
