package dev.tributary.runtime.server;

import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.testing.TestServer;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams of batches whose answers a test gives when it wants. */
class BatchStreamEdgeTest {
  private static final int IN_FLIGHT_MAX = 8;
  private static final int WAIT_SECONDS = 20;

  /** Batches that the server has taken in, with the answers it waits for. */
  private final BlockingQueue<Map.Entry<String, CompletableFuture<StringValue>>> taken =
      new LinkedBlockingQueue<>();

  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();

  /** How often there is no room yet. */
  private final AtomicInteger full = new AtomicInteger();

  private final TestServer server =
      TestServer.start(
          new EchoService().chats(out -> BatchStream.open(out, batch -> take(batch.getValue()))));

  private final Collected answers = new Collected();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void only_so_many_batches_are_in_flight_and_an_answer_makes_room() throws Exception {
    StreamObserver<StringValue> batches = open();
    for (int i = 0; i < 3 * IN_FLIGHT_MAX; i++) {
      batches.onNext(StringValue.of("b" + i));
    }
    for (int i = 0; i < 3 * IN_FLIGHT_MAX; i++) {
      next("b" + i).complete(StringValue.of("B" + i));
      assertThat(answers.next()).isEqualTo("B" + i);
    }
    assertThat(mostInFlight.get()).isBetween(1, IN_FLIGHT_MAX);
  }

  @Test
  void answers_come_in_the_order_of_their_batches_whatever_is_written_first() throws Exception {
    StreamObserver<StringValue> batches = open();
    batches.onNext(StringValue.of("a"));
    batches.onNext(StringValue.of("b"));
    batches.onCompleted();
    var first = next("a");
    next("b").complete(StringValue.of("B"));
    first.complete(StringValue.of("A"));
    assertThat(answers.next()).isEqualTo("A");
    assertThat(answers.next()).isEqualTo("B");
    assertThat(answers.completed()).isTrue();
  }

  @Test
  void a_failed_batch_ends_the_stream_after_the_answers_before_it() throws Exception {
    StreamObserver<StringValue> batches = open();
    batches.onNext(StringValue.of("a"));
    batches.onNext(StringValue.of("bad"));
    batches.onNext(StringValue.of("c"));
    next("a").complete(StringValue.of("A"));
    assertThat(answers.next()).isEqualTo("A");
    assertThat(reasonOf(answers.failure())).isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(taken).noneMatch(batch -> batch.getKey().equals("c"));
  }

  @Test
  void a_batch_without_room_is_taken_in_later_and_holds_its_place() throws Exception {
    full.set(3);
    StreamObserver<StringValue> batches = open();
    batches.onNext(StringValue.of("a"));
    next("a").complete(StringValue.of("A"));
    assertThat(answers.next()).isEqualTo("A");
    assertThat(full.get()).isEqualTo(-1);
    batches.onNext(StringValue.of("b"));
    batches.onCompleted();
    next("b").complete(StringValue.of("B"));
    assertThat(answers.next()).isEqualTo("B");
    assertThat(answers.completed()).isTrue();
  }

  @Test
  void a_caller_that_goes_away_cancels_what_it_waited_for() throws Exception {
    StreamObserver<StringValue> batches = open();
    batches.onNext(StringValue.of("a"));
    var answer = next("a");
    batches.onError(new IllegalStateException("gone"));
    answer.handle((done, fault) -> fault).get(WAIT_SECONDS, SECONDS);
    assertThat(answer).isCancelled();
  }

  private StreamObserver<StringValue> open() {
    return EchoService.chat(server.channel("acme"), answers);
  }

  private CompletableFuture<StringValue> take(String batch) {
    if (batch.equals("bad")) {
      throw ApiException.batchSize("batches", 0, 1);
    }
    if (full.getAndDecrement() > 0) {
      throw ApiException.queueFull("batches", 1, 1, Duration.ofMillis(1));
    }
    CompletableFuture<StringValue> answer = new CompletableFuture<>();
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    var unused = answer.whenComplete((done, fault) -> inFlight.decrementAndGet());
    taken.add(Map.entry(batch, answer));
    return answer;
  }

  private CompletableFuture<StringValue> next(String batch) throws InterruptedException {
    var next = taken.poll(WAIT_SECONDS, SECONDS);
    assertThat(next).isNotNull();
    assertThat(next.getKey()).isEqualTo(batch);
    return next.getValue();
  }
}
