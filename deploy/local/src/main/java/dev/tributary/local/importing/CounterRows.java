package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.AccountCounters;
import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.CounterSpan;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PostCounters;
import dev.tributary.ingestion.v1.Unavailability;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ProvenanceClass;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Rows of counters of posts or accounts. A row with a {@code day} is what was added on that day;
 * without one it is the total as it stood. A blank cell of a mapped metric is one that the source
 * does not have.
 *
 * @param cells reads times in the file's zone
 * @param metrics the fields that are metrics
 * @param spare columns that nobody named, taken as metrics where they hold whole numbers
 * @param fileTime when the numbers of a row were true that does not tell
 */
record CounterRows(Cells cells, List<MetricField> metrics, SpareColumns spare, Instant fileTime) {
  static final List<Field> POST_FIELDS =
      fields(
          Field.required("post_id", "1-64 of A-Z a-z 0-9 . _ : -", "emily-reel-1"),
          Field.optional("day", "YYYY-MM-DD: the row is what that day added", ""),
          Field.optional("day_time_zone", "IANA zone that cuts the days", ""));

  static final List<Field> ACCOUNT_FIELDS =
      fields(
          Field.required("platform", "instagram, tiktok, youtube, ...", "instagram"),
          Field.required("handle", "without @", "emily.glows"),
          Field.optional("native_id", "the platform's own id of the account", ""));

  private static final int COUNTERS_MAX = 100;

  private static List<Field> fields(Field... own) {
    return Stream.of(
            List.of(own),
            List.of(
                Field.optional(
                    "observed_time",
                    "when it was true; blank is when the file was written",
                    "2026-05-10T08:00:00Z")),
            Sources.FIELDS,
            MetricField.CANONICAL.stream()
                .map(metric -> Field.optional(metric, "whole number; blank is not available", ""))
                .toList())
        .flatMap(List::stream)
        .toList();
  }

  /** The row as counters of a post; its id is a hash of its content. */
  Observation ofPost(CsvRow row) throws RowRejected {
    PostCounters.Builder counters = PostCounters.newBuilder().setPostId(row.require("post_id"));
    Instant time;
    if (row.get("day").isPresent()) {
      ZoneId zone = dayZone(row);
      LocalDate day = cells.day(row, "day", zone);
      time = day.plusDays(1).atStartOfDay(zone).toInstant();
      counters
          .setSpan(CounterSpan.COUNTER_SPAN_DAILY)
          .setDay(day.toString())
          .setDayTimeZone(zone.getId());
    } else {
      counters.setSpan(CounterSpan.COUNTER_SPAN_LIFETIME);
      time = fileTime;
    }
    counters.addAllCounters(counters(row));
    return Ids.identified(observation(row, time).setPostCounters(counters));
  }

  /** The row as counters of an account; its id is a hash of its content. */
  Observation ofAccount(CsvRow row) throws RowRejected {
    return Ids.identified(
        observation(row, fileTime)
            .setAccountCounters(
                AccountCounters.newBuilder()
                    .setAccount(Accounts.of(row))
                    .addAllCounters(counters(row))));
  }

  private Observation.Builder observation(CsvRow row, Instant time) throws RowRejected {
    return Observation.newBuilder()
        .setSource(Sources.of(row, ProvenanceClass.PROVENANCE_CLASS_CREATOR_EXPORT))
        .setObservedTime(ProtoTimes.toProto(cells.optionalTime(row, "observed_time").orElse(time)));
  }

  private List<Counter> counters(CsvRow row) throws RowRejected {
    List<Counter> counters = new ArrayList<>();
    for (MetricField metric : metrics) {
      Counter.Builder counter = Counter.newBuilder().setMetric(metric.name());
      OptionalLong count = metric.read(row);
      if (count.isPresent()) {
        counters.add(counter.setCount(count.getAsLong()).build());
      } else if (metric.tellsBlank()) {
        counter.setUnavailable(Unavailability.UNAVAILABILITY_NOT_AVAILABLE);
        counters.add(counter.build());
      }
    }
    counters.addAll(spare.counters(row, COUNTERS_MAX - counters.size()));
    return counters;
  }

  private ZoneId dayZone(CsvRow row) throws RowRejected {
    String text = row.get("day_time_zone").orElse(cells.zone().getId());
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw RowRejected.malformed("day_time_zone", text, "an IANA zone such as Europe/Berlin");
    }
  }
}
