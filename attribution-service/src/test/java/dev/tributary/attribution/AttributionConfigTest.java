package dev.tributary.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.settings.Settings;
import dev.tributary.runtime.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributionConfigTest {

  @Test
  void without_settings_it_is_a_service_of_this_machine() {
    AttributionConfig config = read(Map.of());

    assertThat(config.server().port()).isEqualTo(7103);
    assertThat(config.server().host()).isEqualTo("127.0.0.1");
    assertThat(config.database().isEmbedded()).isTrue();
    assertThat(config.database().url()).endsWith("/.tributary/attribution");
    assertThat(config.idKey()).isEmpty();
    assertThat(config.idKeyFile()).isEqualTo(Path.of(".tributary/attribution.id-key"));
  }

  @Test
  void a_shared_database_needs_the_key_that_persons_are_hashed_with() {
    Map<String, String> postgres = Map.of("TRIBUTARY_DB_URL", "jdbc:postgresql://db/attribution");

    assertThatThrownBy(() -> read(postgres))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("id-key: absent");
  }

  @Test
  void the_key_is_in_no_description() {
    String key = "0123456789abcdef".repeat(4);
    Settings settings =
        Settings.of(
            Map.of("TRIBUTARY_DB_URL", "jdbc:postgresql://db/attribution", "TRIBUTARY_ID_KEY", key),
            List.of());
    AttributionConfig config = AttributionConfig.from(settings);
    settings.finish();

    assertThat(config.idKey()).isPresent();
    assertThat(settings.describe()).doesNotContain(key);
    assertThat(config.toString()).doesNotContain(key);
  }

  private static AttributionConfig read(Map<String, String> environment) {
    Settings settings = Settings.of(environment, List.of());
    AttributionConfig config = AttributionConfig.from(settings);
    settings.finish();
    return config;
  }
}
