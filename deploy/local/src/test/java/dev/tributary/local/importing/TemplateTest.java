package dev.tributary.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(Lifecycle.PER_CLASS)
class TemplateTest {
  private Imported suite;

  @BeforeAll
  void start(@TempDir Path directory) {
    suite = new Imported(directory);
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void the_examples_of_a_template_are_a_row_that_is_taken_once(Kind kind) throws IOException {
    String name = kind.name().toLowerCase(Locale.ROOT);
    List<String> lines = new ArrayList<>(Template.of(kind));
    List<Field> fields =
        kind == Kind.OBSERVATIONS || kind == Kind.ACCOUNTS
            ? withLikes(kind.fields())
            : kind.fields();
    lines.add(
        fields.stream()
            .map(field -> "\"" + field.example().replace("\"", "\"\"") + "\"")
            .collect(Collectors.joining(",")));
    Path file = suite.file(name + ".csv", lines.toArray(String[]::new));

    assertThat(suite.runs("--kind", name, file.toString())).startsWith("1 recorded, 0 updated");
    assertThat(suite.runs("--kind", name, file.toString()))
        .startsWith("0 recorded, 0 updated, 1 already recorded");
    assertThat(Files.exists(Path.of(file + ".rejects.csv"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void an_empty_template_has_no_rows(Kind kind) throws IOException {
    String name = kind.name().toLowerCase(Locale.ROOT);
    String text = suite.runs("--template", name);
    Path file = suite.file("empty-" + name + ".csv", text.split("\n", -1));

    assertThat(suite.runs("--kind", name, file.toString())).startsWith("0 recorded");
  }

  private static List<Field> withLikes(List<Field> fields) {
    return fields.stream()
        .map(field -> field.name().equals("likes") ? Field.optional("likes", "", "12") : field)
        .toList();
  }
}
