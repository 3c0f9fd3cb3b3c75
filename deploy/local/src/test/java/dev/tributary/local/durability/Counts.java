package dev.tributary.local.durability;

import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.CounterSpan;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PostCounters;
import dev.tributary.ingestion.v1.Source;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ProvenanceClass;
import java.time.Instant;

/**
 * Snapshots of posts' counters.
 *
 * @param start when the first was taken
 */
record Counts(Instant start) {
  static final int POSTS = 150;

  /** A snapshot of one of the posts. */
  Observation observation(int number) {
    return Observation.newBuilder()
        .setObservationId("o-" + number)
        .setSource(
            Source.newBuilder()
                .setProvenance(ProvenanceClass.PROVENANCE_CLASS_FIRST_PARTY_API)
                .setSystem("platform"))
        .setObservedTime(ProtoTimes.toProto(start.plusMillis(number)))
        .setPostCounters(
            PostCounters.newBuilder()
                .setPostId(postId(number))
                .setSpan(CounterSpan.COUNTER_SPAN_LIFETIME)
                .addCounters(Counter.newBuilder().setMetric("likes").setCount(number)))
        .build();
  }

  static String postId(int number) {
    return "post-" + number % POSTS;
  }
}
