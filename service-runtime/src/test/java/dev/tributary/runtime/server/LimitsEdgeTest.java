package dev.tributary.runtime.server;

import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static dev.tributary.runtime.testing.Statuses.retryAfterOf;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_DEADLINE;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_QUEUE_FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.StringValue;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.testing.TestServer;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimitsEdgeTest {
  private final EchoService service = new EchoService();

  @Test
  void a_call_without_a_deadline_gets_ours_and_ends_at_it() throws Exception {
    CompletableFuture<Context> context = new CompletableFuture<>();
    service.echoes((text, out) -> context.complete(Context.current()));

    try (TestServer server = TestServer.start(config(256, Duration.ofMillis(100)), service)) {
      // On a machine that stands still a deadline may pass before the handler is reached.
      while (!context.isDone()) {
        StatusRuntimeException failure =
            failureOf(() -> EchoService.echo(server.channel("acme"), ""));

        assertThat(failure.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
        assertThat(reasonOf(failure)).isEqualTo(ERROR_REASON_DEADLINE);
        assertThat(failure).hasMessageContaining("not done within 100 ms");
      }
      assertThat(context.get().isCancelled()).isTrue();
    }
  }

  @Test
  void an_answer_after_our_deadline_goes_nowhere() throws Exception {
    CompletableFuture<StreamObserver<StringValue>> late = new CompletableFuture<>();
    service.echoes((text, out) -> late.complete(out));

    try (TestServer server = TestServer.start(config(256, Duration.ofMillis(50)), service)) {
      while (!late.isDone()) {
        assertThat(reasonOf(failureOf(() -> EchoService.echo(server.channel("acme"), ""))))
            .isEqualTo(ERROR_REASON_DEADLINE);
      }
      Replies.reply(late.get(), StringValue.of("late"));

      service.echo(text -> text);
      CallOptions patient = CallOptions.DEFAULT.withDeadlineAfter(60, TimeUnit.SECONDS);
      StringValue next =
          ClientCalls.blockingUnaryCall(
              server.channel("acme"), EchoService.ECHO, patient, StringValue.of("next"));
      assertThat(next.getValue()).isEqualTo("next");
    }
  }

  @Test
  void a_callers_own_deadline_stands_and_streams_have_none() {
    service
        .echo(text -> remaining())
        .follows((text, out) -> Replies.reply(out, StringValue.of(remaining())));

    try (TestServer server = TestServer.start(config(256, Duration.ofSeconds(40)), service)) {
      assertThat(Long.valueOf(EchoService.echo(server.channel("acme"), ""))).isBetween(30L, 40L);
      CallOptions own = CallOptions.DEFAULT.withDeadlineAfter(90, TimeUnit.SECONDS);
      StringValue answer =
          ClientCalls.blockingUnaryCall(
              server.channel("acme"), EchoService.ECHO, own, StringValue.of(""));
      assertThat(Long.valueOf(answer.getValue())).isBetween(80L, 90L);
      assertThat(EchoService.follow(server.channel("acme"), "").next().getValue())
          .isEqualTo("none");
    }
  }

  @Test
  void a_call_whose_deadline_has_passed_never_reaches_its_handler() {
    AtomicInteger handled = new AtomicInteger();
    service.echo(text -> "" + handled.incrementAndGet());
    Metadata expired = new Metadata();
    expired.put(Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER), "1n");

    try (TestServer server = TestServer.start(service)) {
      var channel =
          ClientInterceptors.intercept(
              server.channel("acme"), MetadataUtils.newAttachHeadersInterceptor(expired));

      assertThat(failureOf(() -> EchoService.echo(channel, "")).getStatus().getCode())
          .isIn(Code.DEADLINE_EXCEEDED, Code.CANCELLED);
      assertThat(EchoService.echo(server.channel("acme"), "")).isEqualTo("1");
    }
  }

  @Test
  void an_expired_deadline_is_refused_by_the_interceptor_itself() throws Exception {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    Context expired = Context.current().withDeadlineAfter(-1, TimeUnit.NANOSECONDS, timer);
    Deadlines deadlines = new Deadlines("echo", Duration.ofSeconds(1), timer);

    assertThatThrownBy(() -> expired.run(() -> deadlines.interceptCall(null, new Metadata(), null)))
        .isInstanceOfSatisfying(
            ApiException.class,
            refused -> assertThat(refused.reason()).isEqualTo(ERROR_REASON_DEADLINE));
    timer.shutdownNow();
  }

  @Test
  void beyond_the_limit_a_call_is_refused_and_told_when_to_return() throws Exception {
    try (TestServer server = TestServer.start(config(1, Duration.ofSeconds(10)), service)) {
      Collected answers = new Collected();
      StreamObserver<StringValue> open = EchoService.chat(server.channel("acme"), answers);
      open.onNext(StringValue.of("in"));
      assertThat(answers.next()).isEqualTo("in");

      StatusRuntimeException failure =
          failureOf(() -> EchoService.echo(server.channel("acme"), ""));
      assertThat(failure.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
      assertThat(reasonOf(failure)).isEqualTo(ERROR_REASON_QUEUE_FULL);
      assertThat(metadataOf(failure)).containsEntry("in_flight_max", "1");
      assertThat(retryAfterOf(failure)).isPositive();

      open.onCompleted();
      assertThat(answers.completed()).isTrue();
      assertThat(echoWhenThereIsRoom(server)).isEqualTo("room");
    }
  }

  @Test
  void failed_and_abandoned_calls_give_their_place_back() {
    service.echo(
        text -> {
          if (text.equals("fail")) {
            throw new IllegalStateException("fault");
          }
          return text;
        });
    try (TestServer server = TestServer.start(config(1, Duration.ofSeconds(10)), service)) {
      for (int i = 0; i < 3; i++) {
        Collected answers = new Collected();
        EchoService.chat(server.channel("acme"), answers).onError(new IllegalStateException());
        failureOf(() -> EchoService.echo(server.channel("acme"), "fail"));
      }

      assertThat(echoWhenThereIsRoom(server)).isEqualTo("room");
    }
  }

  @Test
  void a_request_has_at_most_4_mib() {
    service.echo(text -> String.valueOf(text.length()));
    String fits = "x".repeat(4 * 1024 * 1024 - 16);
    try (TestServer server = TestServer.start(service)) {
      assertThat(EchoService.echo(server.channel("acme"), fits)).isEqualTo("4194288");
      ManagedChannel plain =
          Channels.open(server.target(), Optional.of(new Secret(TestKeys.key("acme"))));
      assertThat(failureOf(() -> EchoService.echo(plain, fits + fits)).getStatus().getCode())
          .isEqualTo(Code.RESOURCE_EXHAUSTED);
      plain.shutdownNow();
    }
  }

  /** The server frees a place a moment after the client has seen the end of a call. */
  private static String echoWhenThereIsRoom(TestServer server) {
    var channel = server.channel("acme");
    long giveUpNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try {
        return EchoService.echo(channel, "room");
      } catch (StatusRuntimeException full) {
        if (System.nanoTime() > giveUpNanos) {
          throw full;
        }
      }
    }
  }

  private static String remaining() {
    var deadline = Context.current().getDeadline();
    return deadline == null ? "none" : "" + deadline.timeRemaining(TimeUnit.SECONDS);
  }

  private static ServerConfig config(int inFlightMax, Duration deadline) {
    ServerConfig standard = TestServer.config();
    return new ServerConfig(
        standard.host(),
        0,
        standard.keys(),
        standard.callThreads(),
        inFlightMax,
        deadline,
        standard.drain(),
        standard.grace(),
        true);
  }
}
