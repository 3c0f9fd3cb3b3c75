package dev.tributary.local.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    if (mapped != null) {
      return Optional.of(mapped);
    }
    return columns.contains(field) ? Optional.of(new Column(field)) : Optional.empty();
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
