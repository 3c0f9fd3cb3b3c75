package dev.tributary.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that a rendering must equal byte for byte. {@code -Dgolden.update} rewrites them; the
 * change is then read in review.
 */
final class GoldenFiles {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private GoldenFiles() {}

  static void assertEquals(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, actual, StandardCharsets.UTF_8);
    }
    assertThat(actual)
        .as("%s (rewritten by -Dgolden.update)", file)
        .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
  }
}
