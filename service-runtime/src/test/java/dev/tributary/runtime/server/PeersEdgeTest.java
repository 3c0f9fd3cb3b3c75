package dev.tributary.runtime.server;

import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_DEADLINE;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_PEER_UNAVAILABLE;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_SCOPE_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.testing.TestServer;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that asks another one in the name of its caller. */
class PeersEdgeTest {
  private final EchoService back = new EchoService();
  private final TestServer backServer = TestServer.start(back);
  private final ManagedChannel peer = Channels.open(backServer.target(), Optional.empty());
  private final Channel asCaller = ClientInterceptors.intercept(peer, Credentials.forwarding());
  private final TestServer front =
      TestServer.start(new EchoService().echo(text -> EchoService.echo(asCaller, text)));

  @AfterEach
  void close() {
    front.close();
    peer.shutdownNow();
    backServer.close();
  }

  @Test
  void the_callers_credential_and_request_id_go_along() {
    back.echo(text -> Caller.current().workspace() + " " + CallContext.ENTRY.get().requestId());
    Channel channel =
        ClientInterceptors.intercept(front.channel("acme"), new RequestIdOnCalls("r-1"));

    assertThat(EchoService.echo(channel, "")).isEqualTo("acme r-1");
  }

  @Test
  void a_request_id_of_another_form_is_replaced() {
    back.echo(text -> CallContext.ENTRY.get().requestId());
    Channel channel =
        ClientInterceptors.intercept(front.channel("acme"), new RequestIdOnCalls("a b"));

    assertThat(EchoService.echo(channel, "")).matches("[0-9a-f-]{36}");
  }

  @Test
  void what_the_peer_refuses_is_refused_for_the_same_reason() {
    back.echo(
        text -> {
          Caller.current().require(Scope.WRITE);
          return text;
        });

    StatusRuntimeException failure =
        failureOf(() -> EchoService.echo(front.channel("acme", Scope.READ), ""));

    assertThat(reasonOf(failure)).isEqualTo(ERROR_REASON_SCOPE_MISSING);
  }

  @Test
  void a_peer_that_cannot_be_reached_is_named_without_its_address() {
    backServer.close();

    StatusRuntimeException failure = failureOf(() -> EchoService.echo(front.channel("acme"), ""));

    assertThat(reasonOf(failure)).isEqualTo(ERROR_REASON_PEER_UNAVAILABLE);
    assertThat(metadataOf(failure)).containsEntry("peer", "echo");
    assertThat(failure).hasMessageNotContaining("127.0.0.1");
  }

  @Test
  void a_peer_that_is_too_slow_is_named() {
    back.echoes((text, out) -> {});
    CallOptions soon = CallOptions.DEFAULT.withDeadlineAfter(50, TimeUnit.MILLISECONDS);

    StatusRuntimeException failure =
        failureOf(
            () ->
                ClientCalls.blockingUnaryCall(
                    backServer.channel("acme"), EchoService.ECHO, soon, StringValue.of("")));

    assertThat(reasonOf(failure)).isEqualTo(ERROR_REASON_DEADLINE);
    assertThat(metadataOf(failure)).containsEntry("peer", "echo");
  }

  @Test
  void what_could_not_be_delivered_is_tried_again() {
    AtomicInteger tries = new AtomicInteger();
    back.echo(
        text -> {
          if (tries.incrementAndGet() < 3) {
            throw ApiException.peerUnavailable("database");
          }
          return text;
        });

    assertThat(EchoService.echo(front.channel("acme"), "third time")).isEqualTo("third time");
    assertThat(tries).hasValue(3);
  }

  @Test
  void the_peers_name_is_the_area_of_its_contract() {
    assertThat(PeerFaults.peer("tributary.metrics.v1.KpiService/QueryKpis")).isEqualTo("metrics");
    assertThat(PeerFaults.peer("grpc.health.v1.Health/Check")).isEqualTo("grpc");
  }
}
