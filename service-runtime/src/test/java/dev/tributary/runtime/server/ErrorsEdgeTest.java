package dev.tributary.runtime.server;

import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_DEADLINE;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_INVALID;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_INTERNAL;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_NOT_FOUND;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_PEER_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.testing.TestServer;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever goes wrong in a handler, its caller learns a reason and nothing that is not meant for
 * it.
 */
class ErrorsEdgeTest {
  private static final String INNER = "password of the database";

  private final EchoService service = new EchoService();
  private final TestServer server = TestServer.start(service);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_fault_of_the_caller_arrives_with_its_details() {
    StatusRuntimeException failure =
        failureOfUnary(ApiException.fieldInvalid("page_size", "-1 (expected: 0-100)"));

    assertThat(failure.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(reasonOf(failure)).isEqualTo(ERROR_REASON_FIELD_INVALID);
    assertThat(fieldsOf(failure)).containsExactly("page_size");
  }

  @Test
  void a_fault_of_ours_hides_what_it_says() {
    for (Throwable fault :
        new Throwable[] {new IllegalStateException(INNER), new AssertionError(INNER)}) {
      StatusRuntimeException failure = failureOfUnary(fault);

      assertThat(failure.getStatus().getCode()).isEqualTo(Code.INTERNAL);
      assertThat(reasonOf(failure)).isEqualTo(ERROR_REASON_INTERNAL);
      assertThat(metadataOf(failure).get("request_id")).isNotEmpty();
      assertThat(failure.toString() + failure.getTrailers()).doesNotContain(INNER);
    }
  }

  @Test
  void a_lost_database_is_a_peer_that_cannot_be_reached() {
    Throwable lost = new SQLTransientConnectionException(INNER);
    StatusRuntimeException failure = failureOfUnary(new IllegalStateException(INNER, lost));

    assertThat(failure.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
    assertThat(reasonOf(failure)).isEqualTo(ERROR_REASON_PEER_UNAVAILABLE);
    assertThat(metadataOf(failure)).containsEntry("peer", "database");
    assertThat(failure).hasMessageNotContaining(INNER);
  }

  @Test
  void a_fault_inside_a_future_is_the_fault_itself() {
    Throwable wrapped = new CompletionException(ApiException.notFound("campaign", "spring"));

    assertThat(reasonOf(failureOfUnary(wrapped))).isEqualTo(ERROR_REASON_NOT_FOUND);
  }

  @Test
  void what_grpc_says_about_a_peer_gets_a_reason() {
    Status unreachable = Status.UNAVAILABLE.withDescription(INNER);
    Status late = Status.DEADLINE_EXCEEDED.withDescription(INNER);
    Status broken = Status.DATA_LOSS.withDescription(INNER);

    assertThat(reasonOf(failureOfUnary(unreachable.asRuntimeException())))
        .isEqualTo(ERROR_REASON_PEER_UNAVAILABLE);
    assertThat(reasonOf(failureOfUnary(late.asException()))).isEqualTo(ERROR_REASON_DEADLINE);
    assertThat(reasonOf(failureOfUnary(broken.asRuntimeException())))
        .isEqualTo(ERROR_REASON_INTERNAL);
  }

  @Test
  void a_peers_own_answer_is_passed_on() {
    StatusRuntimeException answer = ApiException.notFound("campaign", "spring").toStatus();

    StatusRuntimeException failure = failureOfUnary(answer);

    assertThat(failure.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
    assertThat(metadataOf(failure)).containsEntry("id", "spring");
  }

  @Test
  void a_fault_given_to_the_observer_is_treated_like_one_thrown() {
    service.echoes((text, out) -> out.onError(ApiException.notFound("campaign", text)));
    assertThat(reasonOf(failureOf(() -> EchoService.echo(server.channel("acme"), "spring"))))
        .isEqualTo(ERROR_REASON_NOT_FOUND);

    service.echoes((text, out) -> out.onError(new IllegalStateException(INNER)));
    StatusRuntimeException failure =
        failureOf(() -> EchoService.echo(server.channel("acme"), "spring"));
    assertThat(reasonOf(failure)).isEqualTo(ERROR_REASON_INTERNAL);
    assertThat(failure).hasMessageNotContaining(INNER);
  }

  @Test
  void a_server_stream_keeps_what_it_sent_and_ends_with_the_reason() {
    service.follows(
        (text, out) -> {
          out.onNext(StringValue.of("first"));
          throw ApiException.positionUnknown(text);
        });

    var pages = EchoService.follow(server.channel("acme"), "ingestion");

    assertThat(pages.next().getValue()).isEqualTo("first");
    assertThat(metadataOf(failureOf(pages::hasNext))).containsEntry("feed", "ingestion");
  }

  @ParameterizedTest
  @ValueSource(strings = {"message", "end"})
  void a_fault_in_a_two_way_stream_ends_it_once(String where) throws Exception {
    service.chats(out -> new FaultyReader(out, where));
    Collected answers = new Collected();

    StreamObserver<StringValue> chat = EchoService.chat(server.channel("acme"), answers);
    chat.onNext(StringValue.of("fine"));
    assertThat(answers.next()).isEqualTo("fine");
    chat.onNext(StringValue.of("message"));
    chat.onNext(StringValue.of("fine"));
    chat.onCompleted();

    assertThat(reasonOf(answers.failure())).isEqualTo(ERROR_REASON_INTERNAL);
  }

  @Test
  void answers_after_the_end_are_dropped() {
    service.echoes(
        (text, out) -> {
          out.onError(ApiException.notFound("campaign", text));
          throw new IllegalStateException(INNER);
        });

    assertThat(reasonOf(failureOf(() -> EchoService.echo(server.channel("acme"), "spring"))))
        .isEqualTo(ERROR_REASON_NOT_FOUND);
  }

  private StatusRuntimeException failureOfUnary(Throwable fault) {
    service.echoes((text, out) -> ErrorsEdgeTest.<RuntimeException>sneak(fault));
    return failureOf(() -> EchoService.echo(server.channel("acme"), "text"));
  }

  /** Handlers are told by the compiler to throw nothing checked; libraries do it all the same. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable fault) throws E {
    throw (E) fault;
  }

  /** Echoes until the place where it is to fail. */
  private record FaultyReader(StreamObserver<StringValue> out, String where)
      implements StreamObserver<StringValue> {
    @Override
    public void onNext(StringValue text) {
      if (text.getValue().equals(where)) {
        throw new IllegalStateException(INNER);
      }
      out.onNext(text);
    }

    @Override
    public void onError(Throwable thrown) {}

    @Override
    public void onCompleted() {
      if (where.equals("end")) {
        throw new IllegalStateException(INNER);
      }
      out.onCompleted();
    }
  }
}
