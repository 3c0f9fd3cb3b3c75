package dev.tributary.runtime.server;

import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_CREDENTIAL_INVALID;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_PEER_UNAVAILABLE;
import static io.grpc.health.v1.HealthCheckResponse.ServingStatus.NOT_SERVING;
import static io.grpc.health.v1.HealthCheckResponse.ServingStatus.SERVING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.StringValue;
import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.testing.TestServer;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServiceServerTest {
  private static final int WAIT_SECONDS = 20;

  private final EchoService service = new EchoService();

  @Test
  void health_answers_without_a_key_for_the_server_and_each_service() {
    try (TestServer server = TestServer.start(service)) {
      Channel channel = server.channelWithoutKey();

      assertThat(health(channel, "")).isEqualTo(SERVING);
      assertThat(health(channel, EchoService.NAME)).isEqualTo(SERVING);
    }
  }

  @Test
  void contracts_are_shown_to_whoever_has_a_key() throws Exception {
    try (TestServer server = TestServer.start(service)) {
      assertThat(services(server.channel("acme", Scope.FEED)).get(WAIT_SECONDS, TimeUnit.SECONDS))
          .contains("grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection");
      assertThat(services(server.channelWithoutKey()))
          .failsWithin(Duration.ofSeconds(WAIT_SECONDS))
          .withThrowableThat()
          .havingRootCause()
          .withMessageContaining("UNAUTHENTICATED");
    }
  }

  @Test
  void without_keys_everybody_on_this_machine_is_the_default_workspace() {
    service.echo(text -> Caller.current().workspace());
    try (ServiceServer server =
        ServiceServer.start("open", ServerConfig.local(0), List.of(service))) {
      ManagedChannel channel = Channels.open(server.target(), Optional.empty());

      assertThat(EchoService.echo(channel, "")).isEqualTo("default");
      channel.shutdownNow();
    }
  }

  @Test
  void handlers_run_on_call_threads_but_hot_ones_on_the_network() {
    service
        .echo(text -> Thread.currentThread().getName())
        .follows(
            (text, out) -> Replies.reply(out, StringValue.of(Thread.currentThread().getName())));
    Set<String> hot = Set.of(EchoService.FOLLOW.getFullMethodName());
    try (ServiceServer server =
        ServiceServer.start("threads", ServerConfig.local(0), List.of(service), hot)) {
      ManagedChannel channel = Channels.open(server.target(), Optional.empty());

      assertThat(EchoService.echo(channel, "")).startsWith("threads-call-");
      assertThat(EchoService.follow(channel, "").next().getValue()).doesNotStartWith("threads-");
      channel.shutdownNow();
    }
  }

  @Test
  void a_taken_port_is_told_at_once() {
    try (TestServer server = TestServer.start(service)) {
      assertThatThrownBy(
              () ->
                  ServiceServer.start(
                      "second", ServerConfig.local(server.port()), List.of(service)))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void health_turns_before_the_server_stops_and_calls_go_on_meanwhile() throws Exception {
    ServiceServer server = start(Duration.ofSeconds(2));
    ManagedChannel channel = channel(server);
    Iterator<HealthCheckResponse> watch =
        HealthGrpc.newBlockingStub(channel).watch(HealthCheckRequest.getDefaultInstance());
    assertThat(watch.next().getStatus()).isEqualTo(SERVING);

    CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);

    assertThat(watch.next().getStatus()).isEqualTo(NOT_SERVING);
    assertThat(EchoService.echo(channel, "draining")).isEqualTo("draining");
    closing.get(WAIT_SECONDS, TimeUnit.SECONDS);
    assertThat(failureOf(() -> EchoService.echo(channel, "")).getStatus().getCode())
        .isEqualTo(Code.UNAVAILABLE);
    channel.shutdownNow();
  }

  @Test
  void a_call_in_flight_is_answered_before_the_server_is_gone() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<String> answer = new CompletableFuture<>();
    service.echo(
        text -> {
          begun.countDown();
          return answer.join();
        });
    ServiceServer server = start(Duration.ZERO);
    ManagedChannel channel = channel(server);
    CompletableFuture<String> call =
        CompletableFuture.supplyAsync(() -> EchoService.echo(channel, ""));
    assertThat(begun.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
    assertThat(failsToConnect(server)).isTrue();
    assertThat(closing).isNotDone();
    answer.complete("in time");

    assertThat(call.get(WAIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("in time");
    closing.get(WAIT_SECONDS, TimeUnit.SECONDS);
    channel.shutdownNow();
  }

  @Test
  void a_follower_does_not_hold_up_the_end_and_its_handler_hears_of_it() throws Exception {
    CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
    service.follows(
        (text, out) -> {
          var stream = (ServerCallStreamObserver<StringValue>) out;
          stream.setOnCancelHandler(() -> cancelled.complete(stream.isCancelled()));
          stream.onNext(StringValue.of("page"));
        });
    ServiceServer server = start(Duration.ZERO);
    ManagedChannel channel = channel(server);
    Iterator<StringValue> pages = EchoService.follow(channel, "");
    assertThat(pages.next().getValue()).isEqualTo("page");

    server.close();

    StatusRuntimeException failure = failureOf(pages::hasNext);
    assertThat(reasonOf(failure)).isEqualTo(ERROR_REASON_PEER_UNAVAILABLE);
    assertThat(metadataOf(failure)).containsEntry("peer", "stopping");
    assertThat(cancelled.get(WAIT_SECONDS, TimeUnit.SECONDS)).isNotNull();
    channel.shutdownNow();
  }

  @Test
  void closing_twice_is_closing_once() {
    ServiceServer server = start(Duration.ZERO);

    server.close();
    server.close();

    assertThat(isOpen(server)).isFalse();
  }

  @Test
  void a_service_closes_its_parts_after_the_server_and_in_order() {
    List<String> closed = new ArrayList<>();
    ServiceServer server = start(Duration.ZERO);
    RunningService running =
        new RunningService(
            server,
            () -> closed.add("followers, port open: " + isOpen(server)),
            () -> {
              throw new IllegalStateException("channels");
            },
            () -> closed.add("database"));
    assertThat(running.port()).isEqualTo(server.port());
    assertThat(running.target()).isEqualTo(server.target());

    assertThatThrownBy(running::close)
        .satisfies(failed -> assertThat(failed.getSuppressed()[0]).hasMessage("channels"));

    assertThat(closed).containsExactly("followers, port open: false", "database");
  }

  @Test
  void a_call_with_an_unknown_key_learns_nothing_of_the_services() {
    try (TestServer server = TestServer.start(service)) {
      assertThat(reasonOf(failureOf(() -> EchoService.echo(server.channelWithoutKey(), ""))))
          .isEqualTo(ERROR_REASON_CREDENTIAL_INVALID);
    }
  }

  private ServiceServer start(Duration drain) {
    ServerConfig standard = TestServer.config();
    ServerConfig config =
        new ServerConfig(
            standard.host(),
            0,
            standard.keys(),
            2,
            10,
            Duration.ofSeconds(WAIT_SECONDS),
            drain,
            Duration.ofSeconds(WAIT_SECONDS),
            true);
    return ServiceServer.start("stopping", config, List.of(service));
  }

  private static ManagedChannel channel(ServiceServer server) {
    return Channels.open(server.target(), Optional.of(new Secret(TestKeys.key("acme"))));
  }

  private static boolean failsToConnect(ServiceServer server) {
    long giveUpNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (isOpen(server)) {
      if (System.nanoTime() > giveUpNanos) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpen(ServiceServer server) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private static ServingStatus health(Channel channel, String name) {
    HealthCheckRequest request = HealthCheckRequest.newBuilder().setService(name).build();
    return HealthGrpc.newBlockingStub(channel).check(request).getStatus();
  }

  private static CompletableFuture<List<String>> services(Channel channel) {
    CompletableFuture<List<String>> names = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> requests =
        ServerReflectionGrpc.newStub(channel)
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse response) {
                    names.complete(
                        response.getListServicesResponse().getServiceList().stream()
                            .map(found -> found.getName())
                            .toList());
                  }

                  @Override
                  public void onError(Throwable thrown) {
                    names.completeExceptionally(thrown);
                  }

                  @Override
                  public void onCompleted() {}
                });
    requests.onNext(ServerReflectionRequest.newBuilder().setListServices("*").build());
    requests.onCompleted();
    return names;
  }
}
