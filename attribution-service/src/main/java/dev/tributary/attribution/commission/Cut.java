package dev.tributary.attribution.commission;

import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.log.Shards;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which postings count: those at or below a position that took effect before a moment.
 *
 * @param sequences last sequence by shard; absent shards have none
 * @param end the moment
 */
public record Cut(SortedMap<Integer, Long> sequences, Instant end) {
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** Keeps its own copy. */
  public Cut {
    sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
  }

  /** At or below a position, before a moment. */
  public static Cut at(Positions position, Instant end) {
    return new Cut(position.sequences(), end);
  }

  /** Everything that is committed. */
  public static Cut none() {
    SortedMap<Integer, Long> all = new TreeMap<>();
    for (int shard = 0; shard < Shards.COUNT; shard++) {
      all.put(shard, Long.MAX_VALUE);
    }
    return new Cut(all, NEVER);
  }
}
