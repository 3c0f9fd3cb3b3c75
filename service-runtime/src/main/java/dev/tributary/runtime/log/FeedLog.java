package dev.tributary.runtime.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The log of one service, in the tables of migration folder {@code db/log}. Whoever appends locks
 * the heads of its shards first and keeps them until commit; so the rows of a shard become visible
 * in the order of their sequences, and a follower that reads "all after n" can never skip one that
 * commits late. Thread-safe.
 */
public final class FeedLog {
  private final String feedName;
  private final Clock clock;

  /** Read from the database once; the same for the life of the log. */
  private volatile @Nullable String feedId;

  /**
   * The log of one database.
   *
   * @param feedName the name that positions carry, for example {@code attribution}
   * @param clock where record times come from
   */
  public FeedLog(String feedName, Clock clock) {
    this.feedName = feedName;
    this.clock = clock;
  }

  /** The name that positions carry. */
  public String feedName() {
    return feedName;
  }

  /**
   * Locks the heads of the shards until the transaction ends. Heads are locked in ascending order
   * by one statement, so call this once per transaction with all shards: then writers queue up but
   * never deadlock.
   *
   * @throws IllegalArgumentException if a shard does not exist
   */
  public Heads lock(Handle handle, Collection<Integer> shards) {
    Heads heads = heads(handle, shards, "");
    if (!heads.shards().equals(Set.copyOf(shards))) {
      throw new IllegalArgumentException(
          "shards: " + shards + " (expected: 0-" + (Shards.COUNT - 1) + ")");
    }
    return heads;
  }

  /**
   * Locks those of the heads that nobody else holds, without waiting; {@link Heads#shards} tells
   * which. The rows of the others stay as they are.
   */
  public Heads tryLock(Handle handle, Collection<Integer> shards) {
    return heads(handle, shards, " skip locked");
  }

  /**
   * Waits for one head and then locks those of the others that nobody else holds. Whoever waits
   * holds nothing yet, so nobody can be waiting for it.
   */
  public Heads lockFirst(Handle handle, int first, Collection<Integer> others) {
    return lock(handle, List.of(first)).and(tryLock(handle, others));
  }

  /**
   * The position of a row written earlier, for an ALREADY_RECORDED answer.
   *
   * @throws IllegalStateException before the first {@link #lock} or {@link #head} of this object,
   *     which learn the log's identity; a writer that finds an earlier row has locked its shard
   */
  public Positions positionOf(int shard, long sequence) {
    return position(new TreeMap<>(Map.of(shard, sequence)));
  }

  /**
   * The position of several rows, by shard.
   *
   * @throws IllegalStateException as {@link #positionOf}
   */
  public Positions position(SortedMap<Integer, Long> sequences) {
    String id = feedId;
    if (id == null) {
      throw new IllegalStateException(
          "position of feed " + feedName + " asked for before its log was read");
    }
    return new Positions(feedName, id, sequences);
  }

  /** The end of the log as the transaction sees it: every shard that has an entry. */
  public Positions head(Handle handle) {
    var last = new TreeMap<Integer, Long>();
    handle
        .createQuery(
            "select shard, last_sequence from feed_head where last_sequence > 0 order by shard")
        .map((row, context) -> shardAndSequence(row))
        .forEach(head -> last.put(head.getKey(), head.getValue()));
    return new Positions(feedName, feedId(handle), last);
  }

  private Heads heads(Handle handle, Collection<Integer> shards, String locking) {
    var last = new TreeMap<Integer, Long>();
    if (!shards.isEmpty()) {
      handle
          .createQuery(
              "select shard, last_sequence from feed_head where shard = any(:shards) order by shard for update"
                  + locking)
          .bindArray("shards", Integer.class, shards)
          .map((row, context) -> shardAndSequence(row))
          .forEach(head -> last.put(head.getKey(), head.getValue()));
    }
    Instant recordTime = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Heads(handle, Positions.empty(feedName, feedId(handle)), last, recordTime);
  }

  private String feedId(Handle handle) {
    String known = feedId;
    if (known == null) {
      known = handle.createQuery("select feed_id from feed_identity").mapTo(String.class).one();
      feedId = known;
    }
    return known;
  }

  private static Map.Entry<Integer, Long> shardAndSequence(ResultSet row) throws SQLException {
    return Map.entry(row.getInt("shard"), row.getLong("last_sequence"));
  }
}
