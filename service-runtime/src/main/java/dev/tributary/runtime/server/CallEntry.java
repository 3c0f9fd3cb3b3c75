package dev.tributary.runtime.server;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one line that a call leaves in the log. It names the method, the workspace and the outcome,
 * and nothing of the content: requests hold data of persons.
 */
final class CallEntry {
  private static final Logger log = LoggerFactory.getLogger(RequestLog.class);
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final String LINE = "request {} {} workspace {} {} {} {} ms";

  private final String method;
  private final Supplier<String> newIds;
  private final long startNanos = System.nanoTime();
  private final AtomicBoolean written = new AtomicBoolean();
  private volatile String workspace = "-";

  /** Null until somebody asks for it: most calls are neither logged nor passed on. */
  private @Nullable String requestId;

  private CallEntry(@Nullable String requestId, String method, Supplier<String> newIds) {
    this.requestId = requestId;
    this.method = method;
    this.newIds = newIds;
  }

  /** Takes the request id that came with the call when it is usable, else a new one. */
  static CallEntry of(ServerCall<?, ?> call, Metadata headers, Supplier<String> newIds) {
    String given = headers.get(CallContext.REQUEST_ID_HEADER);
    boolean usable = given != null && REQUEST_ID.matcher(given).matches();
    return new CallEntry(
        usable ? given : null, call.getMethodDescriptor().getFullMethodName(), newIds);
  }

  synchronized String requestId() {
    String known = requestId;
    if (known == null) {
      known = newIds.get();
      requestId = known;
    }
    return known;
  }

  /** To be called as soon as the caller is known. */
  void workspace(String workspace) {
    this.workspace = workspace;
  }

  /**
   * Writes the line; only the first time. Our faults are errors with their cause; something that
   * this process could not reach is a warning; all else is for debugging. A fault of ours after the
   * first time, say of a call that its caller gave up, is not lost.
   */
  void write(Status status, Metadata trailers) {
    if (!written.compareAndSet(false, true)) {
      if (Faults.isOurs(status)) {
        writeLateFault(status.getCause());
      }
      return;
    }
    Status.Code code = status.getCode();
    String reason = ErrorDetails.reason(trailers).orElse("-");
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    Throwable cause = status.getCause();
    if (Faults.isOurs(status)) {
      log.error(LINE, requestId(), method, workspace, code, reason, millis, cause);
    } else if (code == Status.Code.UNAVAILABLE && cause != null) {
      log.warn(
          LINE + ": {}", requestId(), method, workspace, code, reason, millis, cause.toString());
    } else if (log.isDebugEnabled()) {
      log.debug(LINE, requestId(), method, workspace, code, reason, millis);
    }
  }

  /** Logs a fault that came after the call's end, so that it is not lost. */
  void writeLateFault(@Nullable Throwable fault) {
    log.error(
        "request {} {} workspace {} failed after its end", requestId(), method, workspace, fault);
  }
}
