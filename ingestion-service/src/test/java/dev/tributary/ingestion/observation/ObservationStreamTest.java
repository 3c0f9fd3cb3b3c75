package dev.tributary.ingestion.observation;

import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.testing.IngestionService;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.ObservationServiceGrpc;
import dev.tributary.ingestion.v1.StreamObservationsRequest;
import dev.tributary.ingestion.v1.StreamObservationsResponse;
import dev.tributary.runtime.server.Scope;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObservationStreamTest {
  private static final long PATIENCE_SECONDS = 30;

  private final IngestionService service = IngestionService.start();

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void a_batch_is_answered_when_it_can_be_read() throws Exception {
    Answers answers = new Answers();
    StreamObserver<StreamObservationsRequest> batches = open(answers);
    for (int batch = 1; batch <= 5; batch++) {
      batches.onNext(batchOf(batch, 3));
      StreamObservationsResponse answer = answers.next();
      assertThat(answer.getResultsList())
          .extracting(Verdict::getStatus)
          .hasSize(3)
          .containsOnly(VerdictStatus.VERDICT_STATUS_RECORDED);
      assertThat(recordedOf(batch)).isEqualTo(3);
    }
    batches.onCompleted();
    answers.awaitEnd();
  }

  @Test
  void batches_sent_without_waiting_are_answered_in_their_order() throws Exception {
    Answers answers = new Answers();
    StreamObserver<StreamObservationsRequest> batches = open(answers);
    for (int batch = 1; batch <= 20; batch++) {
      batches.onNext(batchOf(batch, batch));
    }
    batches.onCompleted();
    for (int batch = 1; batch <= 20; batch++) {
      assertThat(answers.next().getResultsCount()).isEqualTo(batch);
    }
    answers.awaitEnd();
  }

  @Test
  void a_resent_batch_stands_where_it_stood() throws Exception {
    Answers answers = new Answers();
    StreamObserver<StreamObservationsRequest> batches = open(answers);
    batches.onNext(batchOf(1, 2));
    batches.onNext(batchOf(1, 2));
    StreamObservationsResponse first = answers.next();
    StreamObservationsResponse again = answers.next();
    assertThat(again.getPosition()).isEqualTo(first.getPosition());
    assertThat(again.getResultsList())
        .extracting(Verdict::getStatus)
        .containsOnly(VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED);
    batches.onCompleted();
    answers.awaitEnd();
  }

  @Test
  void a_batch_of_a_wrong_size_ends_the_stream_and_what_was_answered_stays() throws Exception {
    Answers answers = new Answers();
    StreamObserver<StreamObservationsRequest> batches = open(answers);
    batches.onNext(batchOf(1, 2));
    batches.onNext(batchOf(2, 1_001));
    batches.onNext(batchOf(3, 2));
    assertThat(answers.next().getResultsCount()).isEqualTo(2);
    assertThat(reasonOf(answers.awaitFailure())).isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(recordedOf(1)).isEqualTo(2);
    assertThat(recordedOf(2)).isZero();
    assertThat(recordedOf(3)).isZero();
  }

  @Test
  void a_stream_wants_the_scope_write() throws Exception {
    Answers answers = new Answers();
    open(answers, Scope.READ).onNext(batchOf(1, 1));
    assertThat(reasonOf(answers.awaitFailure())).isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
  }

  private StreamObserver<StreamObservationsRequest> open(Answers answers, Scope... scopes) {
    return ObservationServiceGrpc.newStub(service.channel("acme", scopes))
        .streamObservations(answers);
  }

  /** A batch of observations of one post of its own. */
  private static StreamObservationsRequest batchOf(int batch, int size) {
    StreamObservationsRequest.Builder request = StreamObservationsRequest.newBuilder();
    for (int i = 0; i < size; i++) {
      request.addObservations(postCounters("o-" + i, "post-" + batch));
    }
    return request.build();
  }

  private int recordedOf(int batch) {
    return service
        .observations("acme")
        .listObservations(ListObservationsRequest.newBuilder().setPostId("post-" + batch).build())
        .getObservationsCount();
  }

  /** What comes back on a stream. */
  private static final class Answers implements StreamObserver<StreamObservationsResponse> {
    private final BlockingQueue<StreamObservationsResponse> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    StreamObservationsResponse next() throws InterruptedException {
      StreamObservationsResponse next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("answer within %s s", PATIENCE_SECONDS).isNotNull();
      return next;
    }

    void awaitEnd() throws Exception {
      end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    StatusRuntimeException awaitFailure() throws Exception {
      try {
        awaitEnd();
      } catch (ExecutionException failed) {
        return (StatusRuntimeException) failed.getCause();
      }
      throw new AssertionError("the stream ended well");
    }

    @Override
    public void onNext(StreamObservationsResponse answer) {
      received.add(answer);
    }

    @Override
    public void onError(Throwable fault) {
      end.completeExceptionally(fault);
    }

    @Override
    public void onCompleted() {
      end.complete(null);
    }
  }
}
