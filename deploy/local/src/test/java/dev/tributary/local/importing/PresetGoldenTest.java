package dev.tributary.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A small file in the layout of each export, and what the services hold after it. {@code
 * -Dgolden.update} rewrites the expectations; the differences are then read in review.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PresetGoldenTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/dev/tributary/local/importing/presets");

  private Imported suite;

  @BeforeAll
  void start(@TempDir Path directory) {
    suite = new Imported(directory);
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  static Stream<String> presets() {
    return Presets.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void a_preset_imports_its_file_twice_with_the_expected_totals(String preset) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(preset + ".csv"));
    Path file = suite.file(preset + ".csv", lines.toArray(String[]::new));

    List<String> said =
        new ArrayList<>(suite.runs("--preset", preset, file.toString()).lines().toList());
    List<String> held = held(Presets.of(preset), String.join("\n", lines));
    said.addAll(held);

    assertGolden(preset, said);
    assertThat(suite.runs("--preset", preset, file.toString())).startsWith("0 recorded, 0 updated");
    assertThat(held(Presets.of(preset), String.join("\n", lines))).isEqualTo(held);
  }

  private List<String> held(Preset preset, String text) {
    StoredFacts facts = new StoredFacts(suite.peers());
    return switch (preset.kind()) {
      case POSTS ->
          Stream.concat(
                  facts.posts(text).stream(),
                  preset.name().equals("youtube-reporting")
                      ? facts.counters("channel:UC2vW_-qeI").stream()
                      : Stream.empty())
              .toList();
      case TRAFFIC -> facts.traffic("spring-glow");
      case ORDERS -> facts.orders(text);
      default -> List.of();
    };
  }

  private static void assertGolden(String preset, List<String> lines) throws IOException {
    Path golden = FOLDER.resolve(preset + ".txt");
    if (System.getProperty("golden.update") != null) {
      Files.write(golden, lines);
    }
    assertThat(lines)
        .as("%s (rewritten by -Dgolden.update)", golden)
        .isEqualTo(Files.readAllLines(golden));
  }
}
