package dev.tributary.runtime.api;

import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static dev.tributary.runtime.testing.Statuses.retryAfterOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.type.v1.ErrorReason;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiExceptionTest {
  @Test
  void every_failure_of_the_catalogue_has_its_code_reason_and_facts() {
    assertFailure(
        ApiException.fieldInvalid("page_size", "-1 (expected: 0-100)"),
        Code.INVALID_ARGUMENT,
        ErrorReason.ERROR_REASON_FIELD_INVALID,
        Map.of("field", "page_size"));
    assertFailure(
        ApiException.batchSize("items", 1001, 1000),
        Code.INVALID_ARGUMENT,
        ErrorReason.ERROR_REASON_BATCH_SIZE,
        Map.of("count", "1001", "count_max", "1000"));
    assertFailure(
        ApiException.pageTokenMismatch(),
        Code.INVALID_ARGUMENT,
        ErrorReason.ERROR_REASON_PAGE_TOKEN_MISMATCH,
        Map.of("field", "page_token"));
    assertFailure(
        ApiException.positionUnknown("ingestion"),
        Code.INVALID_ARGUMENT,
        ErrorReason.ERROR_REASON_POSITION_UNKNOWN,
        Map.of("feed", "ingestion"));
    assertFailure(
        ApiException.notFound("campaign", "spring"),
        Code.NOT_FOUND,
        ErrorReason.ERROR_REASON_NOT_FOUND,
        Map.of("resource", "campaign", "id", "spring"));
    assertFailure(
        ApiException.versionMismatch("campaign", "spring", 3, 4),
        Code.ABORTED,
        ErrorReason.ERROR_REASON_VERSION_MISMATCH,
        Map.of("resource", "campaign", "id", "spring", "expected", "3", "actual", "4"));
    assertFailure(
        ApiException.codeKeyTaken("ANNA10"),
        Code.ALREADY_EXISTS,
        ErrorReason.ERROR_REASON_CODE_KEY_TAKEN,
        Map.of("code", "ANNA10"));
    assertFailure(
        ApiException.idReused("report", "spring-1", "campaign_id"),
        Code.ALREADY_EXISTS,
        ErrorReason.ERROR_REASON_ID_REUSED,
        Map.of("resource", "report", "id", "spring-1", "field", "campaign_id"));
    assertFailure(
        ApiException.unmaskedUpdate("absent"),
        Code.INVALID_ARGUMENT,
        ErrorReason.ERROR_REASON_UNMASKED_UPDATE,
        Map.of("field", "update_mask"));
    assertFailure(
        ApiException.queueFull(256, Duration.ofMillis(100)),
        Code.RESOURCE_EXHAUSTED,
        ErrorReason.ERROR_REASON_QUEUE_FULL,
        Map.of("in_flight_max", "256"));
    assertFailure(
        ApiException.peerUnavailable("metrics"),
        Code.UNAVAILABLE,
        ErrorReason.ERROR_REASON_PEER_UNAVAILABLE,
        Map.of("peer", "metrics"));
    assertFailure(
        ApiException.credentialInvalid(),
        Code.UNAUTHENTICATED,
        ErrorReason.ERROR_REASON_CREDENTIAL_INVALID,
        Map.of("header", "authorization"));
    assertFailure(
        ApiException.scopeMissing("feed"),
        Code.PERMISSION_DENIED,
        ErrorReason.ERROR_REASON_SCOPE_MISSING,
        Map.of("scope", "feed"));
    assertFailure(
        ApiException.deadline("too late", Map.of("lag_entries", "12")),
        Code.DEADLINE_EXCEEDED,
        ErrorReason.ERROR_REASON_DEADLINE,
        Map.of("lag_entries", "12"));
    assertFailure(
        ApiException.internal("r1", new IllegalStateException("secret")),
        Code.INTERNAL,
        ErrorReason.ERROR_REASON_INTERNAL,
        Map.of("request_id", "r1"));
  }

  @Test
  void every_reason_of_a_call_has_a_code_and_no_reason_of_an_item_has() {
    for (ErrorReason reason : ErrorReason.values()) {
      if (isOfCalls(reason)) {
        assertThatCode(() -> Reasons.code(reason)).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(() -> Reasons.code(reason)).isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void a_wrong_field_is_named_with_its_finer_reason() {
    Rejected rejected =
        new Rejected(ErrorReason.ERROR_REASON_CURRENCY_UNKNOWN, "budget.currency_code", "\"XX\"");

    StatusRuntimeException failure = ApiException.fieldInvalid(rejected).toStatus();

    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_FIELD_INVALID);
    assertThat(fieldsOf(failure)).containsExactly("budget.currency_code");
    assertThat(failure).hasMessageContaining("budget.currency_code: \"XX\"");
  }

  @Test
  void a_full_queue_says_when_to_come_back() {
    ApiException full = ApiException.queueFull(2, Duration.ofMillis(1500));

    assertThat(retryAfterOf(full.toStatus())).hasMillis(1500);
  }

  @Test
  void facts_can_be_added() {
    ApiException exception = ApiException.notFound("code", "ANNA10").with("storefront_id", "main");

    assertThat(metadataOf(exception.toStatus())).containsEntry("storefront_id", "main");
  }

  @Test
  void what_a_caller_sent_is_shown_escaped() {
    assertThat(ApiException.notFound("code", "A\n1")).hasMessage("code \"AU+000A1\" not found");
  }

  @Test
  void a_batch_has_1_to_1000_items() {
    assertThatCode(() -> Batches.check("items", 1)).doesNotThrowAnyException();
    assertThatCode(() -> Batches.check("items", 1000)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Batches.check("items", 0))
        .hasMessage("items: 0 items (expected: 1-1000)");
    assertThatThrownBy(() -> Batches.check("items", 1001))
        .hasMessage("items: 1001 items (expected: 1-1000)");
  }

  private static boolean isOfCalls(ErrorReason reason) {
    return switch (reason) {
      case UNRECOGNIZED, ERROR_REASON_UNSPECIFIED -> false;
      case ERROR_REASON_ID_REUSED,
          ERROR_REASON_CODE_CONFUSABLE,
          ERROR_REASON_CODE_OVERLAPS,
          ERROR_REASON_PERIOD_LOCKED,
          ERROR_REASON_PERIOD_NOT_OVER,
          ERROR_REASON_TERMS_IN_USE,
          ERROR_REASON_ALREADY_PAID,
          ERROR_REASON_NOTHING_PAYABLE ->
          true;
      default -> reason.getNumber() < ErrorReason.ERROR_REASON_FIELD_MISSING_VALUE;
    };
  }

  private static void assertFailure(
      ApiException exception, Code code, ErrorReason reason, Map<String, String> metadata) {
    StatusRuntimeException failure = exception.toStatus();
    assertThat(failure.getStatus().getCode()).isEqualTo(code);
    assertThat(exception.reason()).isEqualTo(reason);
    assertThat(reasonOf(failure)).isEqualTo(reason);
    assertThat(metadataOf(failure)).isEqualTo(metadata);
    assertThat(failure).hasMessageNotContaining("secret");
  }
}
