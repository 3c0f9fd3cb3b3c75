package dev.tributary.runtime.feed;

import dev.tributary.runtime.log.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Entries of one shard, a half-open piece of its sequences.
 *
 * @param after the sequence before the first
 * @param last the last sequence
 */
public record ShardRange(int shard, long after, long last) {

  /** What lies after one position and up to another, by ascending shard. */
  public static List<ShardRange> between(Positions from, Positions to) {
    return to.sequences().entrySet().stream()
        .map(
            entry ->
                new ShardRange(entry.getKey(), from.sequenceAt(entry.getKey()), entry.getValue()))
        .filter(range -> range.count() > 0)
        .toList();
  }

  /** Number of entries; sequences have no gaps. */
  public long count() {
    return last - after;
  }

  /**
   * The end of the next page: at most {@code limit} entries between {@code from} and {@code head}.
   * Every shard with something new gets an equal share first and the rest goes by ascending shard,
   * so that one busy shard cannot hold up the others. The answer has {@code head}'s feed id.
   */
  static Positions nextPage(Positions from, Positions head, int limit) {
    List<ShardRange> open = between(from, head);
    Map<Integer, Long> ends = new TreeMap<>();
    long share = open.isEmpty() ? 0 : Math.max(1, limit / open.size());
    long left = limit;
    for (long most : List.of(share, (long) limit)) {
      List<ShardRange> stillOpen = new ArrayList<>();
      for (ShardRange range : open) {
        long taken = Math.min(Math.min(range.count(), most), left);
        left -= taken;
        if (taken > 0) {
          ends.put(range.shard, range.after + taken);
        }
        stillOpen.add(new ShardRange(range.shard, range.after + taken, range.last));
      }
      open = stillOpen;
    }
    return Positions.empty(head.feed(), head.feedId()).merge(from).with(ends);
  }
}
