package dev.tributary.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerConfigTest {
  @TempDir Path directory;

  @Test
  void every_setting_has_its_name_and_its_default() {
    Settings settings = settings();
    ServerConfig config = ServerConfig.from(settings, 7101);

    assertThatCode(settings::finish).doesNotThrowAnyException();
    assertThat(config.port()).isEqualTo(7101);
    assertThat(config.keys().isOpen()).isTrue();
    assertThat(settings.describe())
        .isEqualTo(
            """
            api-keys = not set (default)
            host = 127.0.0.1 (default)
            port = 7101 (default)
            call-threads = 14 (default)
            in-flight-max = 256 (default)
            deadline-default = 10s (default)
            drain = 0s (default)
            grace = 10s (default)
            reflection = true (default)""");
  }

  @Test
  void with_keys_the_server_listens_everywhere_and_drains() throws IOException {
    Path file = Files.writeString(directory.resolve("keys"), "a".repeat(64) + " acme read");
    Settings settings = settings("--api-keys=" + file);
    ServerConfig config = ServerConfig.from(settings, 7101);

    assertThatCode(settings::finish).doesNotThrowAnyException();
    assertThat(config.host()).isEqualTo("0.0.0.0");
    assertThat(config.drain()).hasSeconds(5);
  }

  @Test
  void without_keys_only_loopback_may_be_asked_for() {
    Settings loopback = settings("--host=localhost");
    assertThat(ServerConfig.from(loopback, 7101).host()).isEqualTo("localhost");
    assertThatCode(loopback::finish).doesNotThrowAnyException();

    Settings everywhere = settings("--host=0.0.0.0");
    assertThat(ServerConfig.from(everywhere, 7101).host()).isEqualTo("127.0.0.1");
    assertThatThrownBy(everywhere::finish)
        .hasMessageContaining("host: 0.0.0.0 (expected: 127.0.0.1, or API keys with --api-keys)");
  }

  @Test
  void bad_key_files_are_problems_of_the_settings() throws IOException {
    Path file = Files.writeString(directory.resolve("keys"), "what");
    Settings bad = settings("--api-keys=" + file);
    ServerConfig.from(bad, 7101);
    assertThatThrownBy(bad::finish).hasMessageContaining("line 1: not a key");

    Settings absent = settings("--api-keys=" + directory.resolve("absent"));
    ServerConfig.from(absent, 7101);
    assertThatThrownBy(absent::finish).hasMessageContaining("(expected: a readable file)");
  }

  @Test
  void a_server_that_strangers_reach_without_a_key_cannot_be_made() {
    ServerConfig local = ServerConfig.local(0);

    assertThatThrownBy(
            () ->
                new ServerConfig(
                    "0.0.0.0",
                    0,
                    ApiKeys.open(),
                    1,
                    1,
                    local.deadlineDefault(),
                    local.drain(),
                    local.grace(),
                    true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(local.withKeys(TestKeys.anyWorkspace()).keys().isOpen()).isFalse();
  }

  private static Settings settings(String... arguments) {
    return Settings.of(Map.of(), List.of(arguments));
  }
}
