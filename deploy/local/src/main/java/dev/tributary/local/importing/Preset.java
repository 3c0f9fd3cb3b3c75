package dev.tributary.local.importing;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An export that people have, as data: which column is what. What the platform's names mean is not
 * said here but in the vocabulary of the metrics service, with dates.
 *
 * @param name as users call it
 * @param about the export in words
 * @param source where its layout is documented
 * @param asOf year and month as of which the layout is known to be so
 * @param kind what a row is
 * @param zone of its times
 * @param timeFormats patterns of its times, beside those that every file may use
 * @param mapping where fields and metrics come from
 * @param required fields that the file must have a column for
 * @param metrics fields that are metrics, under the platform's own names
 * @param ignored columns that are known and not wanted
 * @param isBrokenDown whether several rows are parts of one number
 * @param leftOut rows that are none of the kind
 */
record Preset(
    String name,
    String about,
    String source,
    String asOf,
    Kind kind,
    ZoneId zone,
    List<String> timeFormats,
    Mapping mapping,
    List<String> required,
    List<MetricField> metrics,
    Set<String> ignored,
    boolean isBrokenDown,
    LeftOut leftOut) {
  Preset {
    timeFormats = List.copyOf(timeFormats);
    required = List.copyOf(required);
    metrics = List.copyOf(metrics);
    ignored = Set.copyOf(ignored);
  }

  /**
   * How to read a file of this export.
   *
   * @param own what the user maps, in place of the preset's
   * @param ownZone the user's zone of times, in place of the preset's
   */
  ImportPlan plan(Mapping own, Optional<ZoneId> ownZone) {
    return new ImportPlan(
        kind,
        mapping.with(own),
        metrics,
        kind.hasFreeMetrics(),
        ignored,
        ownZone.orElse(zone),
        timeFormats.stream()
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH))
            .toList(),
        isBrokenDown,
        true,
        leftOut);
  }

  /**
   * Refuses a file that is no such export.
   *
   * @throws IllegalArgumentException naming the columns that are expected
   */
  void requireColumns(List<String> columns, Mapping own) {
    Mapping all = mapping.with(own);
    for (String field : required) {
      if (all.of(field, columns).isEmpty()) {
        throw new IllegalArgumentException(
            "--preset %s: no column for %s (expected: one of %s, or --map %s=COLUMN; its columns: %s)"
                .formatted(name, field, columnsOf(field), field, columns));
      }
    }
  }

  private List<String> columnsOf(String field) {
    Map<String, Mapping.Source> sources = mapping.sources();
    return sources.get(field) instanceof Mapping.FirstOf first ? first.names() : List.of(field);
  }
}
