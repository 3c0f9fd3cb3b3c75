package dev.tributary.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.server.Channels;
import dev.tributary.runtime.server.ServerConfig;
import dev.tributary.runtime.server.ServiceServer;
import dev.tributary.runtime.settings.Settings;
import dev.tributary.runtime.testing.Scrape;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TelemetryTest {
  private static final String HOST = "127.0.0.1";

  @Test
  void the_endpoint_of_a_server_shows_its_calls_the_jvm_and_what_components_count()
      throws Exception {
    int port = Scrape.freePort();
    try (Telemetry telemetry = Telemetry.open(new MeteringConfig(HOST, port));
        ServiceServer server =
            ServiceServer.start("test", ServerConfig.local(0), telemetry, List.of(), Set.of())) {
      telemetry.meter().counterBuilder("tributary.test.pages").setUnit("{page}").build().add(3);
      checkHealth(server.target());
      assertThat(Scrape.until(port, "grpc_server_call_duration_seconds_bucket"))
          .contains(
              "grpc_server_call_duration_seconds_bucket{",
              "grpc_method=\"grpc.health.v1.Health/Check\"",
              "grpc_status=\"OK\"",
              "tributary_test_pages_total{",
              "jvm_memory_used_bytes{",
              "jvm_gc_time_seconds_total{",
              "jvm_thread_count");
    }
  }

  @Test
  void nothing_is_measured_unless_a_port_is_given() {
    Settings settings = Settings.of(Map.of(), List.of());
    MeteringConfig off = MeteringConfig.from(settings, HOST);
    settings.finish();
    assertThat(off.isOn()).isFalse();
    assertThat(Telemetry.open(off)).isSameAs(Telemetry.none());
  }

  @Test
  void the_port_is_a_setting() {
    Settings settings = Settings.of(Map.of("TRIBUTARY_METRICS_PORT", "9464"), List.of());
    assertThat(MeteringConfig.from(settings, HOST)).isEqualTo(new MeteringConfig(HOST, 9464));
  }

  private static void checkHealth(String target) {
    ManagedChannel channel = Channels.open(target, Optional.empty());
    try {
      HealthGrpc.newBlockingStub(channel).check(HealthCheckRequest.getDefaultInstance());
    } finally {
      channel.shutdownNow();
    }
  }
}
