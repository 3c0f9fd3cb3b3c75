package dev.tributary.local.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row of a file, seen through a mapping. Blank cells are absent.
 *
 * @param lineNumber where it starts in the file, from 1
 * @param rowNumber its number among the rows, from 1
 * @param cells by column
 */
record CsvRow(
    long lineNumber,
    long rowNumber,
    List<String> columns,
    Map<String, String> cells,
    Mapping mapping) {
  private static final char REPLACEMENT = '\uFFFD';

  /** The field's value, if the row has one. */
  Optional<String> get(String field) {
    return mapping
        .of(field, columns)
        .map(this::value)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /**
   * The field's value.
   *
   * @throws RowRejected if the row has none
   */
  String require(String field) throws RowRejected {
    Optional<String> value = get(field);
    if (value.isEmpty()) {
      throw RowRejected.missing(field);
    }
    return value.get();
  }

  /** Values of a cell that joins several by ';', without blank ones; none when it is blank. */
  List<String> list(String field) {
    return get(field).stream()
        .flatMap(cell -> Stream.of(cell.split(";", -1)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** Whether the file can have the field at all. */
  boolean hasSource(String field) {
    return mapping.of(field, columns).isPresent();
  }

  /**
   * Refuses a row that was not UTF-8.
   *
   * @throws RowRejected naming the column
   */
  void requireReadable() throws RowRejected {
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      if (cell.getValue().indexOf(REPLACEMENT) >= 0) {
        throw new RowRejected(
            cell.getKey(),
            "FIELD_MALFORMED",
            "column " + cell.getKey() + ": bytes that are not UTF-8 (expected: a file in UTF-8)");
      }
    }
  }

  private String value(Mapping.Source source) {
    if (source instanceof Mapping.Constant constant) {
      return constant.value();
    }
    if (source instanceof Mapping.Column column) {
      return cells.getOrDefault(column.name(), "");
    }
    if (source instanceof Mapping.FirstOf first) {
      return first.value(cells);
    }
    return "row-" + rowNumber;
  }
}
