package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Counter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Columns of an export that nobody named. Platforms add numbers faster than tables are kept, so
 * those that look like counters are kept under their own names, for a vocabulary that may know them
 * later; the summary lists them.
 */
final class SpareColumns {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern COUNTS_NOTHING =
      Pattern.compile(
          "(?i)(^|.*[ _.-])(id|ids|urn|date|day|time|year|month|hour|zip|phone|synced|index|row)"
              + "|.*(rate|percent|percentage|average|avg|ratio|%|\\().*");

  private static final int NAME_LENGTH_MAX = 100;

  private final Map<String, String> metricByColumn = new LinkedHashMap<>();
  private final Map<String, Long> valuesByMetric = new TreeMap<>();

  /** Columns that may be counters; those whose names say otherwise are left out. */
  SpareColumns(List<String> columns) {
    for (String column : columns) {
      String metric = column.strip().replaceAll("[^A-Za-z0-9._:-]+", "_");
      if (!metric.isEmpty()
          && metric.length() <= NAME_LENGTH_MAX
          && !COUNTS_NOTHING.matcher(column.strip()).matches()
          && !metricByColumn.containsValue(metric)) {
        metricByColumn.put(column, metric);
      }
    }
  }

  /** No columns at all. */
  static SpareColumns none() {
    return new SpareColumns(List.of());
  }

  /**
   * The counters that a row has in these columns.
   *
   * @param limit how many fit
   */
  List<Counter> counters(CsvRow row, int limit) {
    List<Counter> counters = new ArrayList<>();
    metricByColumn.forEach(
        (column, metric) -> {
          String cell = row.cells().getOrDefault(column, "").strip();
          if (counters.size() < limit && WHOLE_NUMBER.matcher(cell).matches()) {
            counters.add(
                Counter.newBuilder().setMetric(metric).setCount(Long.parseLong(cell)).build());
            valuesByMetric.merge(metric, 1L, Long::sum);
          }
        });
    return counters;
  }

  /** A line for each name that was kept. */
  List<String> summary() {
    return valuesByMetric.entrySet().stream()
        .map(
            kept ->
                "column without a meaning, kept as %s: %,d values"
                    .formatted(kept.getKey(), kept.getValue()))
        .toList();
  }
}
