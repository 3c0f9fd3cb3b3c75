package dev.tributary.local.importing;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a file is read: what its rows are and where their fields come from.
 *
 * @param kind what a row is
 * @param mapping where fields come from
 * @param metrics fields that are metrics, whether the file has a column for them or not
 * @param keepsSpare whether columns that nobody named are kept where they look like counters
 * @param ignored columns that are known to be none
 * @param zone where times without an offset are at home
 * @param formats forms of times beside those that every file may use
 * @param isBrokenDown whether several rows are parts of one number and are added up
 * @param keepsPosts whether a post that is in the catalogue stays as it is
 * @param leftOut rows that are none of the kind
 */
record ImportPlan(
    Kind kind,
    Mapping mapping,
    List<MetricField> metrics,
    boolean keepsSpare,
    Set<String> ignored,
    ZoneId zone,
    List<DateTimeFormatter> formats,
    boolean isBrokenDown,
    boolean keepsPosts,
    LeftOut leftOut) {
  ImportPlan {
    metrics = List.copyOf(metrics);
    ignored = Set.copyOf(ignored);
    formats = List.copyOf(formats);
  }

  /** A plan without a preset: columns are named as fields, or mapped. */
  static ImportPlan plain(Kind kind, Mapping mapping, ZoneId zone) {
    List<String> fields = kind.fields().stream().map(Field::name).toList();
    List<MetricField> metrics =
        kind.hasFreeMetrics()
            ? mapping.sources().keySet().stream()
                .filter(field -> !fields.contains(field))
                .sorted()
                .map(MetricField::mapped)
                .toList()
            : List.of();
    return new ImportPlan(
        kind, mapping, metrics, false, Set.of(), zone, List.of(), false, false, LeftOut.NOTHING);
  }

  /** Metrics that a file with these columns has, canonical ones under their own names included. */
  List<MetricField> metricsIn(List<String> columns) {
    List<String> named = metrics.stream().map(MetricField::name).toList();
    List<MetricField> present =
        new ArrayList<>(
            metrics.stream()
                .filter(metric -> mapping.of(metric.name(), columns).isPresent())
                .toList());
    if (kind.hasFreeMetrics()) {
      MetricField.CANONICAL.stream()
          .filter(name -> !named.contains(name) && mapping.of(name, columns).isPresent())
          .filter(name -> !ignored.contains(name) && !mapping.columnsRead().contains(name))
          .map(MetricField::found)
          .forEach(present::add);
    }
    return present;
  }

  /** Columns that nobody named and that may be counters. */
  SpareColumns spareIn(List<String> columns) {
    if (!keepsSpare || !kind.hasFreeMetrics()) {
      return SpareColumns.none();
    }
    Set<String> read = mapping.columnsRead();
    List<String> taken = metricsIn(columns).stream().map(MetricField::name).toList();
    return new SpareColumns(
        columns.stream()
            .filter(column -> !read.contains(column) && !ignored.contains(column))
            .filter(column -> !taken.contains(column))
            .toList());
  }
}
