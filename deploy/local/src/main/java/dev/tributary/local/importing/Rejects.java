package dev.tributary.local.importing;

import dev.tributary.type.v1.Rejection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The file of refused rows: line, field, reason, message. It is made with the first of them, so
 * that a clean import leaves none behind. Cells are not repeated, since they may hold persons' ids.
 */
final class Rejects implements AutoCloseable {
  private final Path file;
  private @Nullable CSVPrinter printer;
  private long count;

  Rejects(Path file) {
    this.file = file;
  }

  void add(long line, String field, String reason, String message) {
    try {
      open().printRecord(line, field, reason, message);
      count++;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  void add(long line, Rejection rejection) {
    add(
        line,
        rejection.getField(),
        rejection.getReason().name().substring("ERROR_REASON_".length()),
        rejection.getMessage());
  }

  long count() {
    return count;
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    try {
      if (printer != null) {
        printer.close();
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private CSVPrinter open() throws IOException {
    CSVPrinter open = printer;
    if (open == null) {
      BufferedWriter writer = Files.newBufferedWriter(file);
      open =
          new CSVPrinter(
              writer,
              CSVFormat.DEFAULT.builder().setHeader("line", "field", "reason", "message").get());
      printer = open;
    }
    return open;
  }
}
