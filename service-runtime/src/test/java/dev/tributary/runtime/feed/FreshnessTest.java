package dev.tributary.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.StringValue;
import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.testing.Statuses;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.runtime.testing.TestServer;
import dev.tributary.type.v1.AsOf;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreshnessTest {
  private static final MethodDescriptor<StringValue, StringValue> READ =
      MethodDescriptor.<StringValue, StringValue>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("tributary.test.v1.ReadService/Read")
          .setRequestMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
          .setResponseMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
          .build();

  private static final int WAIT_SECONDS = 60;

  private final ServedLog log = new ServedLog();
  private final Database database = TestDatabases.h2("db/follower", "db/test");
  private final CountDownLatch mayApply = new CountDownLatch(1);
  private final ExecutorService work = Executors.newFixedThreadPool(2);
  private final FeedFollower<FeedEntry> follower =
      new FeedFollower<>(
          ServedLog.FEED,
          database,
          log.source(),
          (handle, items) -> pass(mayApply),
          Clock.systemUTC());
  private final Freshness freshness = new Freshness(Map.of(ServedLog.FEED, follower), work);
  private final TestServer server = TestServer.start(this::service);
  private final Channel channel = server.channel("acme");

  @BeforeEach
  void start() {
    follower.start();
  }

  @AfterEach
  void close() {
    mayApply.countDown();
    server.close();
    follower.close();
    log.close();
    work.shutdown();
    database.close();
  }

  @Test
  void who_asks_for_nothing_is_answered_at_once() {
    log.append(1);
    assertThat(read("")).isEqualTo("read for acme");
  }

  @Test
  void an_answer_waits_until_the_position_is_applied() throws Exception {
    Positions written = log.append(1);
    Future<StringValue> answer = readLater(written.encode(), CallOptions.DEFAULT);
    assertThat(read("")).isEqualTo("read for acme");
    assertThat(answer.isDone()).isFalse();
    mayApply.countDown();
    assertThat(answer.get(WAIT_SECONDS, TimeUnit.SECONDS).getValue()).isEqualTo("read for acme");
    assertThat(read(written.encode())).isEqualTo("read for acme");
  }

  @Test
  void those_who_wait_occupy_no_thread() throws Exception {
    String written = log.append(1).encode();
    List<Future<StringValue>> waiting =
        IntStream.range(0, 100).mapToObj(i -> readLater(written, CallOptions.DEFAULT)).toList();
    assertThat(read("")).isEqualTo("read for acme");
    mayApply.countDown();
    for (Future<StringValue> answer : waiting) {
      assertThat(answer.get(WAIT_SECONDS, TimeUnit.SECONDS).getValue()).isEqualTo("read for acme");
    }
  }

  @Test
  void a_deadline_ends_the_wait_with_the_lag() {
    String written = log.append(3).encode();
    StatusRuntimeException late =
        Statuses.failureOf(
            () -> read(written, CallOptions.DEFAULT.withDeadlineAfter(4, TimeUnit.SECONDS)));
    assertThat(Statuses.reasonOf(late)).isEqualTo(ErrorReason.ERROR_REASON_DEADLINE);
    assertThat(Statuses.metadataOf(late))
        .containsEntry("feed", ServedLog.FEED)
        .containsEntry("lag_entries", "3");
  }

  @Test
  void a_position_of_a_feed_that_is_not_followed_is_refused() {
    for (String token : List.of("nonsense", Positions.empty("attribution").encode())) {
      assertThat(Statuses.reasonOf(Statuses.failureOf(() -> read(token))))
          .isEqualTo(ErrorReason.ERROR_REASON_POSITION_UNKNOWN);
    }
  }

  @Test
  void an_answer_says_how_far_each_feed_was_applied_in_the_state_that_was_read() throws Exception {
    mayApply.countDown();
    Positions written = log.append(3);
    read(written.encode());
    AsOf asOf = freshness.asOf().get(0);
    assertThat(asOf.getFeed()).isEqualTo(ServedLog.FEED);
    assertThat(Positions.decode(asOf.getPosition())).isEqualTo(written);
    assertThat(asOf.hasRecordTime()).isTrue();
    assertThat(asOf.getLag()).isEqualTo(Duration.getDefaultInstance());
    assertThat(asOf.getLagEntries()).isZero();
    List<AsOf> inSnapshot = database.snapshot(freshness::asOf);
    assertThat(inSnapshot).containsExactly(asOf);
  }

  @Test
  void an_answer_says_how_much_is_known_and_not_applied_and_for_how_long() {
    log.append(3);
    await(() -> freshness.asOf().get(0).getLagEntries() == 3);
    Duration first = freshness.asOf().get(0).getLag();
    await(() -> !freshness.asOf().get(0).getLag().equals(first));
    AsOf inSnapshot = database.snapshot(freshness::asOf).get(0);
    assertThat(inSnapshot.getLagEntries()).isEqualTo(3);
    assertThat(inSnapshot.hasRecordTime()).isFalse();
  }

  private static void await(BooleanSupplier condition) {
    CompletableFuture.runAsync(
            () -> {
              while (!condition.getAsBoolean()) {
                Thread.onSpinWait();
              }
            })
        .orTimeout(WAIT_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private String read(String atLeast) {
    return read(atLeast, CallOptions.DEFAULT);
  }

  private String read(String atLeast, CallOptions options) {
    return ClientCalls.blockingUnaryCall(channel, READ, options, StringValue.of(atLeast))
        .getValue();
  }

  private Future<StringValue> readLater(String atLeast, CallOptions options) {
    return ClientCalls.futureUnaryCall(channel.newCall(READ, options), StringValue.of(atLeast));
  }

  private ServerServiceDefinition service() {
    return ServerServiceDefinition.builder("tributary.test.v1.ReadService")
        .addMethod(
            READ,
            ServerCalls.asyncUnaryCall(
                (request, out) -> {
                  String token = request.getValue();
                  freshness.serve(
                      token.isEmpty() ? List.of() : List.of(token),
                      out,
                      () -> StringValue.of("read for " + Caller.current().workspace()));
                }))
        .build();
  }

  private static void pass(CountDownLatch gate) {
    try {
      assertThat(gate.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException hurried) {
      throw new IllegalStateException(hurried);
    }
  }
}
