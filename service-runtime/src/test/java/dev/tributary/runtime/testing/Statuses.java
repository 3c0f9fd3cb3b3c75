package dev.tributary.runtime.testing;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Reads what a failed call says about its failure. */
public final class Statuses {
  private static final String PREFIX = "ERROR_REASON_";

  private Statuses() {}

  /** Runs the call and returns how it failed; fails the test when it does not. */
  public static StatusRuntimeException failureOf(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(StatusRuntimeException.class, call);
  }

  /** The reason of a failed call; fails the test when there is not exactly one. */
  public static ErrorReason reasonOf(StatusRuntimeException failure) {
    return ErrorReason.valueOf(PREFIX + errorInfoOf(failure).getReason());
  }

  /** The facts that go with the reason. */
  public static Map<String, String> metadataOf(StatusRuntimeException failure) {
    return errorInfoOf(failure).getMetadataMap();
  }

  /** Paths of the fields that a failed call complains about. */
  public static List<String> fieldsOf(StatusRuntimeException failure) {
    return details(failure, BadRequest.class).stream()
        .flatMap(badRequest -> badRequest.getFieldViolationsList().stream())
        .map(BadRequest.FieldViolation::getField)
        .toList();
  }

  /** After which time the call may be sent again; fails the test when it does not say so. */
  public static Duration retryAfterOf(StatusRuntimeException failure) {
    List<RetryInfo> infos = details(failure, RetryInfo.class);
    Assertions.assertThat(infos).as("RetryInfo of %s", failure).hasSize(1);
    com.google.protobuf.Duration delay = infos.get(0).getRetryDelay();
    return Duration.ofSeconds(delay.getSeconds(), delay.getNanos());
  }

  private static ErrorInfo errorInfoOf(StatusRuntimeException failure) {
    List<ErrorInfo> infos = details(failure, ErrorInfo.class);
    Assertions.assertThat(infos).as("ErrorInfo of %s", failure).hasSize(1);
    return infos.get(0);
  }

  static <M extends Message> List<M> details(Throwable failure, Class<M> type) {
    Status status = StatusProto.fromThrowable(failure);
    return status.getDetailsList().stream()
        .filter(detail -> detail.is(type))
        .map(detail -> unpack(detail, type))
        .toList();
  }

  private static <M extends Message> M unpack(Any detail, Class<M> type) {
    try {
      return detail.unpack(type);
    } catch (InvalidProtocolBufferException broken) {
      throw new AssertionError(broken);
    }
  }
}
