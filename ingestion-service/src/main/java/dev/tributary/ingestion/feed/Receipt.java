package dev.tributary.ingestion.feed;

import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Positions;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the items of one call stand in the feed, also those that an earlier call wrote. Not
 * thread-safe.
 */
public final class Receipt {
  private final TreeMap<Integer, Long> sequences = new TreeMap<>();

  /** A receipt for nothing yet. */
  public Receipt() {}

  /** Notes one item. */
  public void add(int shard, long sequence) {
    sequences.merge(shard, sequence, Math::max);
  }

  /**
   * The earliest position that covers every item noted; the start of the feed when there is none.
   */
  public Positions in(FeedLog log) {
    Map.Entry<Integer, Long> first = sequences.firstEntry();
    return first == null
        ? Positions.empty(log.feedName())
        : log.positionOf(first.getKey(), first.getValue()).with(sequences);
  }
}
