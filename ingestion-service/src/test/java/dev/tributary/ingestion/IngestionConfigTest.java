package dev.tributary.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.settings.Settings;
import dev.tributary.runtime.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestionConfigTest {
  private static final String KEY = "0123456789abcdef".repeat(4);

  @Test
  void without_settings_it_serves_this_machine_from_a_file() {
    IngestionConfig config = config(List.of());
    assertThat(config.server().host()).isEqualTo("127.0.0.1");
    assertThat(config.server().port()).isEqualTo(7101);
    assertThat(config.database().url())
        .isEqualTo("jdbc:h2:file:" + Path.of(".tributary/ingestion").toAbsolutePath());
  }

  @Test
  void the_data_directory_moves_the_file() {
    assertThat(config(List.of("--data-dir=/data")).database().url())
        .isEqualTo("jdbc:h2:file:/data/ingestion");
  }

  @Test
  void a_database_and_a_port_can_be_given() {
    IngestionConfig config =
        config(
            List.of(
                "--db-url=jdbc:postgresql://db/ingestion", "--port", "7200", "--id-key=" + KEY));
    assertThat(config.database().url()).isEqualTo("jdbc:postgresql://db/ingestion");
    assertThat(config.server().port()).isEqualTo(7200);
  }

  @Test
  void a_shared_database_needs_the_key_that_persons_are_hashed_with() {
    assertThatThrownBy(() -> config(List.of("--db-url=jdbc:postgresql://db/ingestion")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("id-key: absent");
  }

  @Test
  void every_wrong_setting_is_named_at_once() {
    assertThatThrownBy(() -> config(List.of("--port=seven", "--db-url=mysql:x", "--colour=red")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll("port", "db-url", "colour");
  }

  private static IngestionConfig config(List<String> arguments) {
    Settings settings = Settings.of(Map.of(), arguments);
    IngestionConfig config = IngestionConfig.from(settings);
    settings.finish();
    return config;
  }
}
