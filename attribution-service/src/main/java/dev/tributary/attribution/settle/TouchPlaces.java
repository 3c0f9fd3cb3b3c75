package dev.tributary.attribution.settle;

import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.feed.FeedTable;
import dev.tributary.runtime.feed.ShardRange;
import dev.tributary.runtime.feed.StoredEntry;
import dev.tributary.runtime.log.Positions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Touches as entries without content, worked out instead of read: of the sequences of a shard,
 * which have no gaps, those that no other entry has are touches. Reading each touch only to look it
 * up again would cost the writers a good part of the database.
 */
final class TouchPlaces implements FeedTable {
  private static final byte[] NOTHING = {};

  /** The settler asks for no touch's workspace here. */
  private static final String NOBODY = "";

  private static final String OTHERS =
      """
      select f.shard, f.sequence
      from unnest(
        cast(:shards as integer array), cast(:afters as bigint array), cast(:lasts as bigint array))
        as r (shard, after_sequence, last_sequence)
      join feed_entry f
        on f.shard = r.shard
        and f.sequence > r.after_sequence and f.sequence <= r.last_sequence""";

  private static final String LAST_TIMES =
      """
      select t.shard, t.record_time
      from unnest(cast(:shards as integer array), cast(:lasts as bigint array))
        as r (shard, last_sequence)
      join touch t on t.shard = r.shard and t.sequence = r.last_sequence""";

  @Override
  public List<StoredEntry> after(Handle handle, Positions from, Positions head, int limit) {
    List<ShardRange> ranges = ShardRange.between(from, head);
    Set<TouchPlace> others = others(handle, ranges);
    Map<Integer, Instant> times = lastTimes(handle, ranges);
    List<StoredEntry> touches = new ArrayList<>();
    for (ShardRange range : ranges) {
      Instant time = times.getOrDefault(range.shard(), Instant.EPOCH);
      for (long sequence = range.after() + 1; sequence <= range.last(); sequence++) {
        if (!others.contains(new TouchPlace(range.shard(), sequence))) {
          touches.add(
              new StoredEntry(
                  range.shard(), sequence, NOBODY, time, FeedKind.TOUCH.stored(), NOTHING));
        }
      }
    }
    return touches;
  }

  private static Set<TouchPlace> others(Handle handle, List<ShardRange> ranges) {
    return new HashSet<>(
        SuspectStore.bind(handle.createQuery(OTHERS), ranges)
            .map((row, context) -> new TouchPlace(row.getInt("shard"), row.getLong("sequence")))
            .list());
  }

  /** The record time of the last touch of each range stands for all of them. */
  private static Map<Integer, Instant> lastTimes(Handle handle, List<ShardRange> ranges) {
    Map<Integer, Instant> times = new HashMap<>();
    handle
        .createQuery(LAST_TIMES)
        .bindArray("shards", Integer.class, ranges.stream().map(ShardRange::shard).toList())
        .bindArray("lasts", Long.class, ranges.stream().map(ShardRange::last).toList())
        .map((row, context) -> Map.entry(row.getInt("shard"), Columns.time(row, "record_time")))
        .forEach(entry -> times.put(entry.getKey(), entry.getValue()));
    return times;
  }
}
