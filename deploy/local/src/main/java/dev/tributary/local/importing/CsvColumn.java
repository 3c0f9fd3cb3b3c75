package dev.tributary.local.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One column of a file, read as files of every kind are: any delimiter, mark and comments skipped.
 */
public final class CsvColumn {
  private CsvColumn() {}

  /**
   * The cells of a column, without blank ones, in the order of the file.
   *
   * @param names what the column may be called, in lower case; the first of the file's that is one
   * @throws IllegalArgumentException if the file has none of them
   * @throws IOException if it cannot be read
   */
  public static List<String> read(Path path, List<String> names) throws IOException {
    try (CsvFile file = CsvFile.open(path, new Mapping(Map.of()))) {
      String column =
          file.columns().stream()
              .filter(name -> names.contains(name.strip().toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "%s: columns %s (expected: one named %s)"
                              .formatted(path, file.columns(), String.join(" or ", names))));
      List<String> cells = new ArrayList<>();
      for (CsvRow row : file) {
        String cell = row.cells().getOrDefault(column, "").strip();
        if (!cell.isEmpty()) {
          cells.add(cell);
        }
      }
      return cells;
    }
  }
}
