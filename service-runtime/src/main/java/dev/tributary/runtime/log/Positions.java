package dev.tributary.runtime.log;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A place in a feed: for each shard the last sequence that lies at or before it. One type serves as
 * the position of a write (only the shards written), as {@code at_least} of a read and as a
 * follower's cursor (every shard it has seen). Shards have no mutual order, so two positions may
 * each have something that the other lacks.
 *
 * @param feed name of the feed, for example {@code attribution}
 * @param feedId identity of the log behind it; empty only for the start of a feed that was never
 *     reached
 * @param sequences last sequence by shard, each at least 1; absent shards stand at 0
 */
public record Positions(String feed, String feedId, SortedMap<Integer, Long> sequences) {

  /**
   * Copies the sequences; refuses an impossible shard or sequence with {@link
   * IllegalArgumentException}.
   */
  public Positions {
    sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
    sequences.forEach(Positions::requirePossible);
  }

  /** The start of a feed of which only the name is known. */
  public static Positions empty(String feed) {
    return empty(feed, "");
  }

  /** The start of a feed. */
  public static Positions empty(String feed, String feedId) {
    return new Positions(feed, feedId, new TreeMap<>());
  }

  /**
   * Reads a token made by {@link #encode()}.
   *
   * @throws dev.tributary.runtime.api.ApiException POSITION_UNKNOWN if it is no such token
   */
  public static Positions decode(String token) {
    return PositionsCodec.decode(token);
  }

  /**
   * Reads the cursor of a caller that wants to follow a feed; an empty one means from the start.
   *
   * @throws dev.tributary.runtime.api.ApiException POSITION_UNKNOWN if the token is malformed or of
   *     another feed
   */
  public static Positions decodeCursor(String feed, String token) {
    return token.isEmpty() ? empty(feed) : PositionsCodec.decode(feed, token);
  }

  /**
   * An opaque token, letters, digits, {@code -} and {@code _} only, below 1,000 characters for
   * usual feed names.
   */
  public String encode() {
    return PositionsCodec.encode(this);
  }

  /** The last sequence of a shard, 0 if there is none. */
  public long sequenceAt(int shard) {
    return sequences.getOrDefault(shard, 0L);
  }

  /** Whether the other position is of the same log, as far as both know. */
  public boolean isSameFeedAs(Positions other) {
    return feed.equals(other.feed)
        && (feedId.equals(other.feedId) || feedId.isEmpty() || other.feedId.isEmpty());
  }

  /** Whether everything up to the other position is also up to this one; false for another feed. */
  public boolean covers(Positions other) {
    return isSameFeedAs(other) && entriesUpTo(other) == 0;
  }

  /**
   * How many entries lie after this position and up to the other one: the lag, when the other is
   * the head.
   */
  public long entriesUpTo(Positions other) {
    return other.sequences.entrySet().stream()
        .mapToLong(entry -> Math.max(0, entry.getValue() - sequenceAt(entry.getKey())))
        .sum();
  }

  /**
   * The earliest position that covers both.
   *
   * @throws IllegalArgumentException if they are of different feeds
   */
  public Positions merge(Positions other) {
    if (!isSameFeedAs(other)) {
      throw new IllegalArgumentException(
          "position: of feed %s %s (expected: %s %s)"
              .formatted(other.feed, other.feedId, feed, feedId));
    }
    var merged = new TreeMap<>(sequences);
    other.sequences.forEach((shard, sequence) -> merged.merge(shard, sequence, Math::max));
    return new Positions(feed, feedId.isEmpty() ? other.feedId : feedId, merged);
  }

  /** This position with some shards set to new sequences, further or back. */
  public Positions with(Map<Integer, Long> changed) {
    var sequences = new TreeMap<>(this.sequences);
    sequences.putAll(changed);
    return new Positions(feed, feedId, sequences);
  }

  private static void requirePossible(int shard, long sequence) {
    if (shard < 0 || shard >= Shards.COUNT || sequence < 1) {
      throw new IllegalArgumentException(
          "position: shard %d, sequence %d (expected: 0-%d, at least 1)"
              .formatted(shard, sequence, Shards.COUNT - 1));
    }
  }
}
