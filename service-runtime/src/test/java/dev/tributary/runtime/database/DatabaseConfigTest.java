package dev.tributary.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.settings.Settings;
import dev.tributary.runtime.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseConfigTest {
  private static final Path FILE = Path.of("/data/attribution");

  @Test
  void without_settings_the_data_is_in_an_embedded_file() {
    DatabaseConfig config = DatabaseConfig.from(settings(), FILE);
    assertThat(config).isEqualTo(DatabaseConfig.h2File(FILE)).matches(DatabaseConfig::isEmbedded);
    assertThat(config.url()).isEqualTo("jdbc:h2:file:/data/attribution");
  }

  @Test
  void a_server_is_named_by_url_user_and_password() {
    Settings settings =
        settings(
            "--db-url=jdbc:postgresql://db/tributary",
            "--db-user=app",
            "--db-password=geheim",
            "--db-pool-size=20");
    DatabaseConfig config = DatabaseConfig.from(settings, FILE);
    assertThat(config.isEmbedded()).isFalse();
    assertThat(config.user()).isEqualTo(Optional.of("app"));
    assertThat(config.poolSize()).isEqualTo(20);
    assertThat(config.toString()).doesNotContain("geheim");
  }

  @Test
  void a_database_that_we_do_not_know_is_a_problem_of_the_settings() {
    Settings settings =
        settings("--db-url=jdbc:mysql://user:geheim@db/tributary", "--db-pool-size=0");
    DatabaseConfig.from(settings, FILE);
    assertThatThrownBy(settings::finish)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("db-url: ")
        .hasMessageContaining("db-pool-size: ")
        .message()
        .doesNotContain("geheim");
  }

  private static Settings settings(String... arguments) {
    return Settings.of(Map.of(), List.of(arguments));
  }
}
