package dev.tributary.runtime.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The locked heads of one transaction. Sequences are handed out in memory and written by {@link
 * #finish()}, which must be the last thing before the commit. Not thread-safe.
 */
public final class Heads {
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
    entries.add(new Entry(shard, sequence, workspace, kind, payload));
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
    if (entries.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into feed_entry (shard, sequence, workspace, kind, payload, record_time)
            values (:shard, :sequence, :workspace, :kind, :payload, :recordTime)""");
    for (Entry entry : entries) {
      batch
          .bind("shard", entry.shard)
          .bind("sequence", entry.sequence)
          .bind("workspace", entry.workspace)
          .bind("kind", entry.kind)
          .bind("payload", entry.payload)
          .bind("recordTime", recordTime)
          .add();
    }
    batch.execute();
    entries.clear();
  }

  private void updateHeads() {
    if (taken.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch("update feed_head set last_sequence = :sequence where shard = :shard");
    taken.forEach((shard, sequence) -> batch.bind("shard", shard).bind("sequence", sequence).add());
    batch.execute();
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Entry(int shard, long sequence, String workspace, String kind, byte[] payload) {}
}
