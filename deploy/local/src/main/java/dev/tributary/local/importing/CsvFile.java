package dev.tributary.local.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header, read row by row in bounded memory. The delimiter is the most frequent
 * of comma, semicolon and tab in the header; a byte-order mark is skipped, and so are lines before
 * the header that are a comment ({@code # ...}) or blank. Bytes that are not UTF-8 become U+FFFD,
 * so that only the row that has them is refused.
 */
final class CsvFile implements AutoCloseable, Iterable<CsvRow> {
  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final int HEADER_CHARS_MAX = 1024 * 1024;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVParser parser;
  private final List<String> columns;
  private final Mapping mapping;
  private final long linesBefore;

  private CsvFile(CSVParser parser, List<String> columns, Mapping mapping, long linesBefore) {
    this.parser = parser;
    this.columns = columns;
    this.mapping = mapping;
    this.linesBefore = linesBefore;
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it has no header, a column twice, or lacks a mapped column
   */
  static CsvFile open(Path path, Mapping mapping) throws IOException {
    BufferedReader text = reader(Files.newInputStream(path));
    boolean ready = false;
    try {
      long linesBefore = skipComments(text);
      CSVParser parser =
          CSVFormat.DEFAULT
              .builder()
              .setDelimiter(delimiter(text))
              .setHeader()
              .setSkipHeaderRecord(true)
              .setIgnoreEmptyLines(true)
              .get()
              .parse(text);
      List<String> columns = parser.getHeaderNames();
      List<String> absent = mapping.absentFrom(columns);
      if (columns.isEmpty() || !absent.isEmpty()) {
        throw new IllegalArgumentException(
            "%s: no column %s (its columns: %s)".formatted(path, absent, columns));
      }
      ready = true;
      return new CsvFile(parser, columns, mapping, linesBefore);
    } finally {
      if (!ready) {
        text.close();
      }
    }
  }

  List<String> columns() {
    return columns;
  }

  @Override
  public Iterator<CsvRow> iterator() {
    Iterator<CSVRecord> records = parser.iterator();
    return new Iterator<>() {
      /** Where the next row starts; hasNext() already reads it, so the line is taken before. */
      private long lineNumber = linesBefore + parser.getCurrentLineNumber() + 1;

      @Override
      public boolean hasNext() {
        return records.hasNext();
      }

      @Override
      public CsvRow next() {
        CSVRecord record = records.next();
        long line = lineNumber;
        lineNumber = linesBefore + parser.getCurrentLineNumber() + 1;
        return new CsvRow(line, record.getRecordNumber(), columns, record.toMap(), mapping);
      }
    };
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static BufferedReader reader(InputStream bytes) throws IOException {
    var text =
        new BufferedReader(
            new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  /** Leaves the reader at the header; a column may be called "#", so a comment needs a space. */
  private static long skipComments(BufferedReader text) throws IOException {
    long skipped = 0;
    String line = peek(text);
    while (line != null && (line.isBlank() || line.equals("#") || line.startsWith("# "))) {
      text.readLine();
      skipped++;
      line = peek(text);
    }
    return skipped;
  }

  private static @Nullable String peek(BufferedReader text) throws IOException {
    text.mark(HEADER_CHARS_MAX);
    String line = text.readLine();
    text.reset();
    return line;
  }

  private static char delimiter(BufferedReader text) throws IOException {
    String header = Objects.requireNonNullElse(peek(text), "");
    char best = DELIMITERS[0];
    for (char delimiter : DELIMITERS) {
      if (count(header, delimiter) > count(header, best)) {
        best = delimiter;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(each -> each == wanted).count();
  }
}
