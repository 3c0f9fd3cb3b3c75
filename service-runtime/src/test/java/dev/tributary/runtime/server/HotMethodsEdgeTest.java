package dev.tributary.runtime.server;

import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_INTERNAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.runtime.testing.TestServer;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Methods that run on the network's threads. */
class HotMethodsEdgeTest {
  private static final Set<String> HOT = Set.of(EchoService.ECHO.getFullMethodName());

  @Test
  void a_hot_method_that_calls_the_database_fails_instead_of_blocking_the_network() {
    try (Database database = TestDatabases.h2("db/log")) {
      EchoService service =
          new EchoService()
              .echo(text -> database.read(handle -> handle.createQuery("select 1").toString()));
      try (TestServer server = TestServer.startHot(HOT, service)) {
        assertThat(reasonOf(failureOf(() -> EchoService.echo(server.channel("acme"), "x"))))
            .isEqualTo(ERROR_REASON_INTERNAL);
      }
      try (TestServer server = TestServer.start(service)) {
        assertThat(EchoService.echo(server.channel("acme"), "x")).isNotEmpty();
      }
    }
  }

  @Test
  void a_hot_method_runs_on_a_thread_of_the_network() {
    EchoService service = new EchoService().echo(text -> Thread.currentThread().getName());
    try (TestServer server = TestServer.startHot(HOT, service)) {
      assertThat(EchoService.echo(server.channel("acme"), "x")).doesNotContain("test-call-");
    }
    try (TestServer server = TestServer.start(service)) {
      assertThat(EchoService.echo(server.channel("acme"), "x")).startsWith("test-call-");
    }
  }
}
