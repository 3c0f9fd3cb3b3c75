package dev.tributary.local.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header, read row by row in bounded memory. The delimiter is the most frequent
 * of comma, semicolon and tab in the header; a byte-order mark is skipped. Bytes that are not UTF-8
 * become U+FFFD, so that only the row that has them is refused.
 */
final class CsvFile implements AutoCloseable, Iterable<CsvRow> {
  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final int HEADER_BYTES_MAX = 64 * 1024;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVParser parser;
  private final List<String> columns;
  private final Mapping mapping;

  private CsvFile(CSVParser parser, List<String> columns, Mapping mapping) {
    this.parser = parser;
    this.columns = columns;
    this.mapping = mapping;
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it has no header, a column twice, or lacks a mapped column
   */
  static CsvFile open(Path path, Mapping mapping) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
    boolean ready = false;
    try {
      char delimiter = delimiter(bytes);
      CSVParser parser =
          CSVFormat.DEFAULT
              .builder()
              .setDelimiter(delimiter)
              .setHeader()
              .setSkipHeaderRecord(true)
              .setIgnoreEmptyLines(true)
              .get()
              .parse(reader(bytes));
      List<String> columns = parser.getHeaderNames();
      List<String> absent = mapping.absentFrom(columns);
      if (columns.isEmpty() || !absent.isEmpty()) {
        throw new IllegalArgumentException(
            "%s: no column %s (its columns: %s)".formatted(path, absent, columns));
      }
      ready = true;
      return new CsvFile(parser, columns, mapping);
    } finally {
      if (!ready) {
        bytes.close();
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
      private long lineNumber = parser.getCurrentLineNumber() + 1;

      @Override
      public boolean hasNext() {
        return records.hasNext();
      }

      @Override
      public CsvRow next() {
        CSVRecord record = records.next();
        long line = lineNumber;
        lineNumber = parser.getCurrentLineNumber() + 1;
        return new CsvRow(line, record.getRecordNumber(), columns, record.toMap(), mapping);
      }
    };
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static Reader reader(InputStream bytes) throws IOException {
    Reader reader =
        new InputStreamReader(
            bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    var peeking = new PushbackReader(reader);
    int first = peeking.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      peeking.unread(first);
    }
    return peeking;
  }

  private static char delimiter(InputStream bytes) throws IOException {
    bytes.mark(HEADER_BYTES_MAX);
    String header =
        new String(bytes.readNBytes(HEADER_BYTES_MAX - 1), StandardCharsets.UTF_8)
            .lines()
            .findFirst()
            .orElse("");
    bytes.reset();
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
