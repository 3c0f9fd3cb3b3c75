package dev.tributary.local.importing;

import com.google.common.hash.Hashing;
import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.CounterSpan;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PostCounters;
import dev.tributary.ingestion.v1.Source;
import dev.tributary.ingestion.v1.Unavailability;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ProvenanceClass;
import java.util.List;
import java.util.OptionalLong;

/**
 * Rows of counters as lifetime observations of posts. Every field that is mapped and is no field of
 * a post is a metric under its own name. A blank cell is a metric that the source does not have.
 *
 * @param cells reads times in the file's zone
 * @param metrics the fields that are metrics
 */
record CounterRows(Cells cells, List<String> metrics) {
  /** The fields of a row of counters, for help and error texts. */
  static final String FIELDS =
      "post_id, observed_time, provenance, system, and a field per metric, such as impressions";

  private static final int ID_LENGTH = 40;

  /** The row as an observation; its id is a hash of its content, so a resend is recognised. */
  Observation parse(CsvRow row) throws RowRejected {
    PostCounters.Builder counters =
        PostCounters.newBuilder()
            .setPostId(row.require("post_id"))
            .setSpan(CounterSpan.COUNTER_SPAN_LIFETIME);
    for (String metric : metrics) {
      Counter.Builder counter = Counter.newBuilder().setMetric(metric);
      OptionalLong count = Cells.count(row, metric);
      if (count.isPresent()) {
        counter.setCount(count.getAsLong());
      } else {
        counter.setUnavailable(Unavailability.UNAVAILABILITY_NOT_AVAILABLE);
      }
      counters.addCounters(counter);
    }
    Observation observation =
        Observation.newBuilder()
            .setSource(
                Source.newBuilder()
                    .setProvenance(provenance(row))
                    .setSystem(row.get("system").orElse("csv-import")))
            .setObservedTime(ProtoTimes.toProto(cells.time(row, "observed_time")))
            .setPostCounters(counters)
            .build();
    return observation.toBuilder().setObservationId(id(observation)).build();
  }

  private static ProvenanceClass provenance(CsvRow row) throws RowRejected {
    return row.get("provenance").isEmpty()
        ? ProvenanceClass.PROVENANCE_CLASS_CREATOR_EXPORT
        : Cells.name(row, "provenance", ProvenanceClass.class, "PROVENANCE_CLASS_");
  }

  private static String id(Observation observation) {
    return Hashing.sha256().hashBytes(observation.toByteArray()).toString().substring(0, ID_LENGTH);
  }
}
