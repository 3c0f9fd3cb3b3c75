package dev.tributary.runtime.server;

import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_CREDENTIAL_INVALID;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_SCOPE_MISSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.testing.TestServer;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallersEdgeTest {
  private final TestServer server =
      TestServer.start(
          new EchoService()
              .echo(
                  text -> {
                    Caller.current().require(Scope.READ);
                    return Caller.current().workspace();
                  }));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_key_leads_to_its_workspace() {
    assertThat(EchoService.echo(server.channel("acme"), "")).isEqualTo("acme");
    assertThat(EchoService.echo(server.channel("globex", Scope.READ), "")).isEqualTo("globex");
  }

  @Test
  void a_call_without_a_credential_is_refused() {
    StatusRuntimeException failure =
        failureOf(() -> EchoService.echo(server.channelWithoutKey(), ""));

    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(reasonOf(failure)).isEqualTo(ERROR_REASON_CREDENTIAL_INVALID);
  }

  @Test
  void a_call_with_an_unknown_key_is_refused() {
    Channel stranger =
        ClientInterceptors.intercept(
            server.channelWithoutKey(), Credentials.fixed(new Secret("guess")));

    StatusRuntimeException failure = failureOf(() -> EchoService.echo(stranger, ""));

    assertThat(reasonOf(failure)).isEqualTo(ERROR_REASON_CREDENTIAL_INVALID);
    assertThat(failure).hasMessageNotContaining("guess");
  }

  @Test
  void a_key_without_the_scope_is_refused_and_told_which() {
    StatusRuntimeException failure =
        failureOf(() -> EchoService.echo(server.channel("acme", Scope.WRITE, Scope.FEED), ""));

    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(reasonOf(failure)).isEqualTo(ERROR_REASON_SCOPE_MISSING);
    assertThat(metadataOf(failure)).containsEntry("scope", "read");
  }

  @Test
  void outside_of_a_call_there_is_no_caller() {
    assertThatThrownBy(Caller::current).isInstanceOf(IllegalStateException.class);
  }
}
