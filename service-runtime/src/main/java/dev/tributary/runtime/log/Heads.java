package dev.tributary.runtime.log;

import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.RowSink;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The locked heads of one transaction. Sequences are handed out in memory and written by {@link
 * #finish()}, which must be the last thing before the commit. Not thread-safe.
 */
public final class Heads {
  private static final BulkInsert<Entry> INSERT =
      new BulkInsert<>(
          "feed_entry", "shard, sequence, workspace, kind, payload, record_time", Entry::write);

  private final Handle handle;
  private final Positions none;
  private final SortedMap<Integer, Long> last;
  private final Instant recordTime;
  private final SortedMap<Integer, Long> taken = new TreeMap<>();
  private final List<Entry> entries = new ArrayList<>();

  Heads(Handle handle, Positions none, SortedMap<Integer, Long> last, Instant recordTime) {
    this.handle = handle;
    this.none = none;
    this.last = last;
    this.recordTime = recordTime;
  }

  /** The heads of both; neither may have been written to. */
  Heads and(Heads others) {
    var all = new TreeMap<>(last);
    all.putAll(others.last);
    return new Heads(handle, none, all, recordTime);
  }

  /** The shards that are locked. */
  public Set<Integer> shards() {
    return Collections.unmodifiableSet(last.keySet());
  }

  /**
   * When the entries of this transaction are written, in microseconds; one time for all of them.
   */
  public Instant recordTime() {
    return recordTime;
  }

  /**
   * Takes the next sequence of a shard and buffers an entry for it.
   *
   * @return the entry's sequence
   * @throws IllegalArgumentException if the shard is not locked
   */
  public long append(int shard, String workspace, String kind, byte[] payload) {
    long sequence = next(shard);
    entries.add(new Entry(shard, sequence, workspace, kind, payload, recordTime));
    return sequence;
  }

  /**
   * Takes the next sequence of a shard for a row that is its own feed entry; the caller must insert
   * that row in this transaction, else the feed has a gap and stops there.
   *
   * @throws IllegalArgumentException if the shard is not locked
   */
  public long next(int shard) {
    Long before = last.get(shard);
    if (before == null) {
      throw new IllegalArgumentException(
          "shard: " + shard + " (expected: a locked one of " + last.keySet() + ")");
    }
    long sequence = before + 1;
    last.put(shard, sequence);
    taken.put(shard, sequence);
    return sequence;
  }

  /**
   * Writes the buffered entries and the heads, and answers the position of what this transaction
   * wrote.
   */
  public Positions finish() {
    insertEntries();
    updateHeads();
    return none.with(taken);
  }

  private void insertEntries() {
    INSERT.run(handle, entries);
    entries.clear();
  }

  private void updateHeads() {
    if (taken.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            update feed_head
            set last_sequence = taken.sequence
            from unnest(cast(:shards as integer array), cast(:sequences as bigint array))
              as taken (shard, sequence)
            where feed_head.shard = taken.shard""")
        .bindArray("shards", Integer.class, taken.keySet())
        .bindArray("sequences", Long.class, taken.values())
        .execute();
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Entry(
      int shard, long sequence, String workspace, String kind, byte[] payload, Instant recordTime) {
    private void write(RowSink row) throws SQLException {
      row.integer(shard)
          .bigint(sequence)
          .text(workspace)
          .text(kind)
          .bytes(payload)
          .time(recordTime);
    }
  }
}
