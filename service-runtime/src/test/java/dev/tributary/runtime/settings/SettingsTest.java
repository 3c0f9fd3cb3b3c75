package dev.tributary.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void a_default_stands_when_nothing_is_given() {
    Settings settings = settings(Map.of());

    assertThat(settings.text("db-url", "jdbc:h2:x", "Database.")).isEqualTo("jdbc:h2:x");
    assertThat(settings.integer("port", 7101, 0, 65535, "Port.")).isEqualTo(7101);
    assertThat(settings.duration("drain", Duration.ofSeconds(5), "Drain.")).hasSeconds(5);
    assertThat(settings.flag("reflection", true, "Reflection.")).isTrue();
    assertThat(settings.path("data-dir", Path.of("data"), "Data.")).isEqualTo(Path.of("data"));
    assertThat(settings.optionalText("peer", "Peer.")).isEmpty();
    assertThat(settings.optionalPath("api-keys", "Keys.")).isEmpty();
    assertThat(settings.secret("id-key", "Key.")).isEmpty();
    assertThatCode(settings::finish).doesNotThrowAnyException();
  }

  @Test
  void a_variable_replaces_the_default_and_a_flag_replaces_the_variable() {
    Map<String, String> environment = Map.of("TRIBUTARY_DB_URL", "env", "TRIBUTARY_PORT", "1");
    Settings settings = settings(environment, "--port=2");

    assertThat(settings.text("db-url", "default", "Database.")).isEqualTo("env");
    assertThat(settings.integer("port", 3, 0, 65535, "Port.")).isEqualTo(2);
  }

  @Test
  void a_flag_takes_its_value_after_a_sign_or_after_a_space() {
    Settings settings = settings(Map.of(), "--a=1", "--b", "2", "--c=x=y", "--d=");

    assertThat(settings.text("a", "", "A.")).isEqualTo("1");
    assertThat(settings.text("b", "", "B.")).isEqualTo("2");
    assertThat(settings.text("c", "", "C.")).isEqualTo("x=y");
    assertThat(settings.flag("d", false, "D.")).isTrue();
    assertThatCode(settings::finish).doesNotThrowAnyException();
  }

  @Test
  void a_bare_flag_is_true_and_only_that() {
    Settings settings = settings(Map.of(), "--reflection", "--port", "--no=false");

    assertThat(settings.flag("reflection", false, "Reflection.")).isTrue();
    assertThat(settings.flag("no", true, "No.")).isFalse();
    settings.integer("port", 1, 0, 10, "Port.");
    assertThatThrownBy(settings::finish).hasMessageContaining("port: \"\" (expected: a whole");
  }

  @Test
  void an_empty_variable_counts_as_absent() {
    Settings settings = settings(Map.of("TRIBUTARY_DB_URL", ""));

    assertThat(settings.text("db-url", "default", "Database.")).isEqualTo("default");
  }

  @Test
  void durations_are_read_in_every_unit() {
    Settings settings = settings(Map.of(), "--a=250ms", "--b=5s", "--c=2m", "--d=1h", "--e=0s");

    assertThat(settings.duration("a", Duration.ZERO, "A.")).hasMillis(250);
    assertThat(settings.duration("b", Duration.ZERO, "B.")).hasSeconds(5);
    assertThat(settings.duration("c", Duration.ZERO, "C.")).hasMinutes(2);
    assertThat(settings.duration("d", Duration.ZERO, "D.")).hasHours(1);
    assertThat(settings.duration("e", Duration.ofHours(1), "E.")).isZero();
  }

  @Test
  void all_problems_are_told_at_once() {
    Settings settings =
        settings(
            Map.of("TRIBUTARY_DRAIN", "soon"),
            "--port=70000",
            "--reflection=maybe",
            "--typo=1",
            "stray",
            "--port=1",
            "--peer=");
    settings.integer("port", 7101, 0, 65535, "Port.");
    settings.duration("drain", Duration.ZERO, "Drain.");
    settings.flag("reflection", true, "Reflection.");
    settings.optionalText("peer", "Peer.");
    settings.problem("id-key", "absent (expected: a key with PostgreSQL)");

    assertThatThrownBy(settings::finish)
        .isInstanceOfSatisfying(
            SettingsException.class,
            failure ->
                assertThat(failure.problems())
                    .containsExactlyInAnyOrder(
                        "\"stray\": not a flag (expected: --name=value)",
                        "--port: given twice (expected: once)",
                        "port: \"70000\" (expected: a whole number, 0-65535)",
                        "drain: \"soon\" (expected: a whole number and ms, s, m or h, for example"
                            + " 250ms)",
                        "reflection: \"maybe\" (expected: true or false)",
                        "peer: no value (expected: --peer=value)",
                        "id-key: absent (expected: a key with PostgreSQL)",
                        "--typo: unknown flag (expected: --port, --drain, --reflection, --peer)"))
        .hasMessageContaining("70000")
        .hasMessageContaining("soon");
  }

  @Test
  void a_value_that_cannot_be_used_gives_the_default_until_the_end() {
    Settings settings = settings(Map.of(), "--port=many");

    assertThat(settings.integer("port", 7101, 0, 65535, "Port.")).isEqualTo(7101);
  }

  @Test
  void a_setting_with_several_readers_has_its_problem_once() {
    Settings settings = settings(Map.of(), "--port=many");
    settings.integer("port", 1, 0, 9, "Port.");
    settings.integer("port", 1, 0, 9, "Port.");

    assertThatThrownBy(settings::finish)
        .isInstanceOfSatisfying(
            SettingsException.class, failure -> assertThat(failure.problems()).hasSize(1));
  }

  @Test
  void an_unknown_variable_is_no_problem_since_environments_are_shared() {
    Settings settings = settings(Map.of("TRIBUTARY_OTHER", "x", "PATH", "y"));

    assertThatCode(settings::finish).doesNotThrowAnyException();
  }

  @Test
  void the_description_shows_value_and_source_but_no_secret() {
    Settings settings =
        settings(
            Map.of(
                "TRIBUTARY_ID_KEY", "hunter2",
                "TRIBUTARY_DB_URL", "jdbc:postgresql://db/x?user=u&password=hunter3&ssl=true"),
            "--port=8",
            "--peer=http://me:hunter4@host/");
    assertThat(settings.secret("id-key", "Key.").orElseThrow().reveal()).isEqualTo("hunter2");
    settings.text("db-url", "", "Database.");
    settings.integer("port", 1, 0, 9, "Port.");
    settings.optionalText("peer", "Peer.");
    settings.duration("drain", Duration.ofMinutes(2), "Drain.");
    settings.secret("other-key", "Key.");

    assertThat(settings.describe())
        .isEqualTo(
            """
            id-key = *** (env)
            db-url = jdbc:postgresql://db/x?user=u&password=***&ssl=true (env)
            port = 8 (flag)
            peer = http://me:***@host/ (flag)
            drain = 2m (default)
            other-key = not set (default)""");
  }

  @Test
  void a_problem_with_a_url_does_not_show_its_password() {
    Settings settings = settings(Map.of(), "--retries=x?password=hunter2");
    settings.integer("retries", 1, 0, 9, "Retries.");

    assertThatThrownBy(settings::finish).hasMessageNotContaining("hunter2");
  }

  @Test
  void help_shows_every_setting_with_its_variable_and_default() {
    Settings settings = settings(Map.of(), "--help", "--typo");
    settings.integer("port", 7101, 0, 65535, "Port to listen on.");
    settings.secret("id-key", "Key of people's hashes.");

    assertThatThrownBy(settings::finish)
        .isInstanceOf(HelpWanted.class)
        .hasMessage(
            "  --port  Port to listen on. Default: 7101. (TRIBUTARY_PORT)\n"
                + "  --id-key  Key of people's hashes. (TRIBUTARY_ID_KEY)");
  }

  @Test
  void a_secret_prints_as_stars_and_compares_by_value() {
    assertThat(new Secret("a")).hasToString("***").isEqualTo(new Secret("a"));
    assertThat(new Secret("a")).isNotEqualTo(new Secret("b")).hasSameHashCodeAs(new Secret("a"));
  }

  private static Settings settings(Map<String, String> environment, String... arguments) {
    return Settings.of(environment, List.of(arguments));
  }
}
