package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.Observation;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One page of a list.
 *
 * @param observations newest observed time first, of one time the last received first
 * @param nextToken token of the next page; empty on the last
 */
record ObservationPage(List<Observation> observations, String nextToken) {
  /** Half of what a gRPC client accepts in a message by default, as in pages of the feed. */
  static final long BYTES_MAX = 2L << 20;

  ObservationPage {
    observations = List.copyOf(observations);
  }

  /** The longest beginning of a list that a page may hold, at least one item. */
  static <T> List<T> fitting(List<T> items, ToLongFunction<T> bytes) {
    long sum = 0;
    for (int i = 0; i < items.size(); i++) {
      sum += bytes.applyAsLong(items.get(i));
      if (sum > BYTES_MAX && i > 0) {
        return items.subList(0, i);
      }
    }
    return items;
  }
}
