package dev.tributary.local.output;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** An answer as rows and columns, to be printed as the user wishes. */
public final class Grid {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final List<String> headings;
  private final List<List<Cell>> rows = new ArrayList<>();

  /**
   * A cell.
   *
   * @param shown for people
   * @param exact for programs: numbers without grouping and rounding
   */
  public record Cell(String shown, String exact) {
    /** A text, the same for both. */
    public static Cell text(String text) {
      return new Cell(text, text);
    }
  }

  /** A grid without rows. */
  public Grid(List<String> headings) {
    this.headings = List.copyOf(headings);
  }

  /** Adds a row with one cell per heading. */
  public void add(List<Cell> row) {
    rows.add(List.copyOf(row));
  }

  /**
   * Prints the grid.
   *
   * @param answer what JSON is made of
   */
  public void print(Format format, Message answer, PrintStream out) {
    switch (format) {
      case TABLE -> printTable(out);
      case JSON -> out.println(json(answer));
      case CSV -> printCsv(out);
    }
  }

  /** A message as JSON with the contract's field names. */
  public static String json(Message message) {
    try {
      return JsonFormat.printer().preservingProtoFieldNames().print(message);
    } catch (InvalidProtocolBufferException impossible) {
      throw new IllegalStateException("a message of our own cannot be printed", impossible);
    }
  }

  private void printTable(PrintStream out) {
    TextTable table = new TextTable(headings);
    rows.forEach(row -> table.add(row.stream().map(Cell::shown).toList()));
    table.lines("").forEach(out::println);
  }

  private void printCsv(PrintStream out) {
    try (CSVPrinter printer = new CSVPrinter(new StringBuilder(), CSVFormat.RFC4180)) {
      printer.printRecord(headings);
      for (List<Cell> row : rows) {
        printer.printRecord(row.stream().map(cell -> harmless(cell.exact())).toList());
      }
      out.print(printer.getOut());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Keeps spreadsheets from running a text as a formula; numbers pass. */
  private static String harmless(String text) {
    boolean suspicious = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return suspicious && !text.matches("-?[0-9.]+") ? "'" + text : text;
  }
}
