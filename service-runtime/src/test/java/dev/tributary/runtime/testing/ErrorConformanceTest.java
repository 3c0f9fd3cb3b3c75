package dev.tributary.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import dev.tributary.runtime.api.ApiException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorConformanceTest {
  @Test
  void failures_of_the_catalogue_keep_the_contract() {
    assertThat(fault(ApiException.notFound("campaign", "spring").toStatus())).isEmpty();
    assertThat(fault(ApiException.queueFull(1, Duration.ZERO).toStatus())).isEmpty();
    assertThat(fault(ApiException.fieldInvalid("a", "b").toStatus())).isEmpty();
    assertThat(ErrorConformance.faultOf(Status.OK, new Metadata())).isEmpty();
  }

  @Test
  void what_grpc_itself_reports_is_no_breach() {
    assertThat(fault(Status.CANCELLED.asRuntimeException())).isEmpty();
    assertThat(fault(Status.UNAVAILABLE.asRuntimeException())).isEmpty();
  }

  @Test
  void a_failure_without_a_reason_is_caught() {
    assertThat(fault(Status.NOT_FOUND.asRuntimeException())).contains("0 ErrorInfo (expected: 1)");
    assertThat(fault(Status.UNKNOWN.asRuntimeException())).isPresent();
  }

  @Test
  void two_reasons_are_one_too_many() {
    ErrorInfo info =
        ErrorInfo.newBuilder().setDomain("tributary.dev").setReason("NOT_FOUND").build();

    assertThat(fault(failure(5, info, info))).contains("2 ErrorInfo (expected: 1)");
  }

  @Test
  void reasons_of_no_catalogue_and_of_other_domains_are_caught() {
    ErrorInfo invented =
        ErrorInfo.newBuilder().setDomain("tributary.dev").setReason("INVENTED").build();
    ErrorInfo foreign =
        ErrorInfo.newBuilder().setDomain("example.org").setReason("NOT_FOUND").build();

    assertThat(fault(failure(5, invented))).isPresent();
    assertThat(fault(failure(5, foreign))).isPresent();
  }

  @Test
  void reasons_without_their_details_are_caught() {
    ErrorInfo field =
        ErrorInfo.newBuilder().setDomain("tributary.dev").setReason("FIELD_INVALID").build();
    ErrorInfo full =
        ErrorInfo.newBuilder().setDomain("tributary.dev").setReason("QUEUE_FULL").build();

    assertThat(fault(failure(3, field))).contains("FIELD_INVALID without BadRequest");
    assertThat(fault(failure(8, full))).contains("RESOURCE_EXHAUSTED without RetryInfo");
  }

  private static Optional<String> fault(StatusRuntimeException failure) {
    Metadata trailers = failure.getTrailers();
    return ErrorConformance.faultOf(
        failure.getStatus(), trailers == null ? new Metadata() : trailers);
  }

  private static StatusRuntimeException failure(int code, ErrorInfo... infos) {
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(code)
            .addAllDetails(List.of(infos).stream().map(Any::pack).toList())
            .build());
  }
}
