package dev.tributary.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportingConfigTest {
  @Test
  void without_settings_it_expects_the_others_on_the_same_machine() {
    ReportingConfig config = config();

    assertThat(config.server().port()).isEqualTo(7104);
    assertThat(config.ingestionTarget()).isEqualTo("localhost:7101");
    assertThat(config.metricsTarget()).isEqualTo("localhost:7102");
    assertThat(config.attributionTarget()).isEqualTo("localhost:7103");
    assertThat(config.database().url())
        .startsWith("jdbc:h2:file:")
        .endsWith("/.tributary/reporting");
    assertThat(config.feedKey()).isEmpty();
  }

  @Test
  void each_part_can_be_set() {
    ReportingConfig config =
        config("--port=0", "--metrics-target", "metrics:1", "--data-dir=/data", "--feed-key=k");

    assertThat(config.metricsTarget()).isEqualTo("metrics:1");
    assertThat(config.database().url()).endsWith("/data/reporting");
    assertThat(config.feedKey()).isPresent();
  }

  private static ReportingConfig config(String... arguments) {
    Settings settings = Settings.of(Map.of(), List.of(arguments));
    ReportingConfig config = ReportingConfig.from(settings);
    settings.finish();
    return config;
  }
}
