package dev.tributary.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
  @TempDir Path directory;

  @Test
  void rows_know_the_line_they_start_on() throws IOException {
    List<CsvRow> rows = rows("id,text\n1,one\n2,\"two\nlines\"\n3,three\n", "");

    assertThat(rows).extracting(CsvRow::lineNumber).containsExactly(2L, 3L, 5L);
    assertThat(rows).extracting(CsvRow::rowNumber).containsExactly(1L, 2L, 3L);
  }

  @Test
  void a_byte_order_mark_and_semicolons_are_understood() throws IOException {
    List<CsvRow> rows = rows("\uFEFFid;text\n1;a,b\n", "name=text,kind='x',number=#row");

    CsvRow row = rows.get(0);
    assertThat(row.get("id")).contains("1");
    assertThat(row.get("name")).contains("a,b");
    assertThat(row.get("kind")).contains("x");
    assertThat(row.get("number")).contains("row-1");
    assertThat(row.get("absent")).isEmpty();
  }

  private List<CsvRow> rows(String content, String map) throws IOException {
    Path path = Files.write(directory.resolve("x.csv"), content.getBytes(StandardCharsets.UTF_8));
    List<CsvRow> rows = new ArrayList<>();
    try (CsvFile file = CsvFile.open(path, Mapping.parse(map))) {
      file.forEach(rows::add);
    }
    return rows;
  }
}
