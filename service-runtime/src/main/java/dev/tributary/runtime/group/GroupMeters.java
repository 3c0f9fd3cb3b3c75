package dev.tributary.runtime.group;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import java.util.List;

/**
 * Measurements of one group writer, each with the attribute {@code queue}.
 *
 * @param items size of groups
 * @param seconds how long a group's transaction took, its wait for locks included
 * @param queue which writer it is
 */
record GroupMeters(LongHistogram items, DoubleHistogram seconds, Attributes queue) {
  private static final AttributeKey<String> QUEUE = AttributeKey.stringKey("queue");
  private static final List<Long> ITEMS = List.of(1L, 3L, 10L, 30L, 100L, 300L, 1_000L);
  private static final List<Double> SECONDS = List.of(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0);
  private static final double NANOS_PER_SECOND = 1e9;

  /** Measures nothing. */
  static GroupMeters none(String name, Room room) {
    return of(MeterProvider.noop().get(""), name, room);
  }

  /** Begins to measure; what waits and what was refused is asked for when somebody looks. */
  static GroupMeters of(Meter meter, String name, Room room) {
    Attributes queue = Attributes.of(QUEUE, name);
    meter
        .gaugeBuilder("tributary.write.queue")
        .ofLongs()
        .setUnit("{item}")
        .setDescription("Items that wait or are being written.")
        .buildWithCallback(seen -> seen.record(room.items(), queue));
    meter
        .counterBuilder("tributary.write.refused")
        .setUnit("{call}")
        .setDescription("Calls refused because the queue was full.")
        .buildWithCallback(seen -> seen.record(room.refused(), queue));
    return new GroupMeters(
        meter
            .histogramBuilder("tributary.write.group")
            .ofLongs()
            .setUnit("{item}")
            .setDescription("Items of a transaction.")
            .setExplicitBucketBoundariesAdvice(ITEMS)
            .build(),
        meter
            .histogramBuilder("tributary.write.duration")
            .setUnit("s")
            .setDescription("Duration of a transaction, from its begin to the answers.")
            .setExplicitBucketBoundariesAdvice(SECONDS)
            .build(),
        queue);
  }

  /** Takes a written group. */
  void written(int groupItems, long nanos) {
    items.record(groupItems, queue);
    seconds.record(nanos / NANOS_PER_SECOND, queue);
  }
}
