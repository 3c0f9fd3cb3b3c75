package dev.tributary.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {
  /** printf open-sesame | sha256sum */
  private static final String HASH =
      "d7ecdf25eaf3deba0f2628771dbdd22d4138ab6cf38f91ed02a2ca0dec7c8ab7";

  @TempDir Path directory;

  @Test
  void a_key_opens_its_workspace_with_its_scopes() throws IOException {
    ApiKeys keys = read("# shop\n\n" + HASH + "  acme  read,feed\n");

    Caller caller = keys.caller("Bearer open-sesame");

    assertThat(caller).isEqualTo(new Caller("acme", Set.of(Scope.READ, Scope.FEED)));
    assertThat(keys.caller("Bearer open-sesame")).isSameAs(caller);
    assertThat(keys.isOpen()).isFalse();
  }

  @Test
  void hashes_may_be_in_upper_case() throws IOException {
    ApiKeys keys = read(HASH.toUpperCase(Locale.ROOT) + " acme read");

    assertThat(keys.caller("Bearer open-sesame").workspace()).isEqualTo("acme");
  }

  @Test
  void no_key_and_a_wrong_key_are_refused_alike() throws IOException {
    ApiKeys keys = read(HASH + " acme read");

    for (String header : new String[] {null, "", "Bearer", "Bearer ", "Bearer x", "open-sesame"}) {
      assertThatThrownBy(() -> keys.caller(header))
          .hasMessage("authorization: missing or unknown (expected: Bearer and an API key)");
    }
    assertThatThrownBy(() -> keys.caller("Bearer " + HASH)).hasMessageContaining("unknown");
  }

  @Test
  void without_keys_everybody_is_the_default_workspace() {
    assertThat(ApiKeys.open().caller(null))
        .isEqualTo(new Caller("default", Set.of(Scope.READ, Scope.WRITE, Scope.FEED)));
    assertThat(ApiKeys.open().isOpen()).isTrue();
  }

  @Test
  void every_bad_line_is_told_without_showing_it() {
    String lines =
        String.join(
            "\n",
            "open-sesame acme read",
            HASH + " acme",
            HASH + " a/b read",
            HASH + " acme read,",
            HASH + " acme READ",
            HASH + " acme read",
            HASH + " other read");

    assertThatThrownBy(() -> read(lines))
        .isInstanceOfSatisfying(
            SettingsException.class, wrong -> assertThat(wrong.problems()).hasSize(6))
        .hasMessageContaining("line 1:")
        .hasMessageContaining("line 7: this key stands twice")
        .hasMessageNotContaining("sesame")
        .hasMessageNotContaining(HASH);
  }

  @Test
  void a_file_without_keys_would_open_the_server_and_is_refused() {
    assertThatThrownBy(() -> read("# none\n")).isInstanceOf(SettingsException.class);
    assertThatThrownBy(() -> ApiKeys.read(directory.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
  }

  private ApiKeys read(String lines) throws IOException {
    return ApiKeys.read(Files.writeString(directory.resolve("keys"), lines));
  }
}
