package dev.tributary.local.importing;

import dev.tributary.type.v1.Rejection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
  private boolean goesOn;
  private long count;

  Rejects(Path file) {
    this.file = file;
  }

  /** Keeps the rows that an import noted that was broken off. */
  void goOn() {
    goesOn = Files.exists(file);
  }

  /** Puts what was noted into the file. */
  void flush() {
    try {
      if (printer != null) {
        printer.flush();
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
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
      CSVFormat.Builder format = CSVFormat.DEFAULT.builder();
      if (!goesOn) {
        format.setHeader("line", "field", "reason", "message");
      }
      BufferedWriter writer =
          goesOn
              ? Files.newBufferedWriter(file, StandardOpenOption.APPEND)
              : Files.newBufferedWriter(file);
      open = new CSVPrinter(writer, format.get());
      printer = open;
    }
    return open;
  }
}
