package dev.tributary.local.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which column feeds which field. A field that is not mapped takes the column of its own name, if
 * there is one.
 *
 * @param sources by field, in the order given
 */
record Mapping(Map<String, Source> sources) {
  private static final Pattern ENTRY =
      Pattern.compile("\\s*([A-Za-z0-9._:-]+)\\s*=\\s*('[^']*'|[^,']+?)\\s*(?:,|$)");

  private static final String ROW_NUMBER = "#row";

  Mapping {
    sources = Map.copyOf(sources);
  }

  /** Where a field's value comes from. */
  sealed interface Source {}

  /** From a column of the file. */
  record Column(String name) implements Source {}

  /**
   * From the first of several columns that has a value. One written as {@code channel:=id} gives
   * the value of column {@code id} behind {@code channel:}.
   */
  record FirstOf(List<String> columns) implements Source {
    private static final String PREFIX_END = "=";

    FirstOf {
      columns = List.copyOf(columns);
    }

    /** The columns that it may read, without prefixes. */
    List<String> names() {
      return columns.stream().map(FirstOf::name).toList();
    }

    /** The row's value; blank when every column is. */
    String value(Map<String, String> cells) {
      for (String column : columns) {
        String cell = cells.getOrDefault(name(column), "");
        if (!cell.isBlank()) {
          int end = column.indexOf(PREFIX_END);
          return end < 0 ? cell : column.substring(0, end) + cell.strip();
        }
      }
      return "";
    }

    private static String name(String column) {
      return column.substring(column.indexOf(PREFIX_END) + 1);
    }
  }

  /** The same for every row. */
  record Constant(String value) implements Source {}

  /** The row's number in the file, from 1. */
  record RowNumber() implements Source {}

  /**
   * Reads {@code field=column,field='value',field=#row}.
   *
   * @throws IllegalArgumentException if an entry has another form or a field is mapped twice
   */
  static Mapping parse(String text) {
    Map<String, Source> sources = new LinkedHashMap<>();
    Matcher entry = ENTRY.matcher(text);
    int end = 0;
    while (end < text.length()) {
      if (!entry.find(end) || entry.start() != end) {
        throw new IllegalArgumentException(
            "--map: '"
                + text.substring(end)
                + "' (expected: field=column, field='constant' or field=#row, separated by commas)");
      }
      if (sources.put(entry.group(1), source(entry.group(2))) != null) {
        throw new IllegalArgumentException("--map: " + entry.group(1) + " is mapped twice");
      }
      end = entry.end();
    }
    return new Mapping(sources);
  }

  private static Source source(String text) {
    if (text.startsWith("'")) {
      return new Constant(text.substring(1, text.length() - 1));
    }
    return text.equals(ROW_NUMBER) ? new RowNumber() : new Column(text);
  }

  /** Where a field's value comes from in a file with these columns. */
  Optional<Source> of(String field, List<String> columns) {
    Source mapped = sources.get(field);
    if (mapped instanceof FirstOf first && first.names().stream().noneMatch(columns::contains)) {
      return Optional.empty();
    }
    if (mapped != null) {
      return Optional.of(mapped);
    }
    return columns.contains(field) ? Optional.of(new Column(field)) : Optional.empty();
  }

  /** This mapping with the fields of another in place of its own. */
  Mapping with(Mapping stronger) {
    Map<String, Source> all = new LinkedHashMap<>(sources);
    all.putAll(stronger.sources);
    return new Mapping(all);
  }

  /** Every column that some field may read. */
  Set<String> columnsRead() {
    Set<String> read = new TreeSet<>();
    for (Source source : sources.values()) {
      if (source instanceof Column column) {
        read.add(column.name());
      } else if (source instanceof FirstOf first) {
        read.addAll(first.names());
      }
    }
    return read;
  }

  /** The columns named that the file lacks. */
  List<String> absentFrom(List<String> columns) {
    List<String> absent = new ArrayList<>();
    for (Source source : sources.values()) {
      if (source instanceof Column column && !columns.contains(column.name())) {
        absent.add(column.name());
      }
    }
    absent.sort(null);
    return absent;
  }
}
