package dev.tributary.local.durability;

import dev.tributary.runtime.log.Positions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A feed read from its start to its end, and held to its promise: each shard's entries are numbered
 * from 1 without a gap or a repetition.
 *
 * @param <P> a page as it is sent
 * @param <E> an entry as it is sent
 */
record FeedAudit<P, E>(
    String feed,
    Function<P, List<E>> entries,
    Function<P, String> nextCursor,
    Function<P, String> headPosition,
    Function<E, Integer> shard,
    Function<E, Long> sequence) {

  /** All entries up to the end that a page of them named. */
  Read<E> read(Iterator<P> pages) {
    List<E> all = new ArrayList<>();
    Map<Integer, Long> last = new HashMap<>();
    Positions cursor = Positions.empty(feed);
    boolean atEnd = false;
    while (!atEnd) {
      P page = pages.next();
      for (E entry : entries.apply(page)) {
        long expected = last.merge(shard.apply(entry), 1L, Long::sum);
        if (sequence.apply(entry) != expected) {
          throw new AssertionError(
              "feed %s, shard %d: sequence %d (expected: %d)"
                  .formatted(feed, shard.apply(entry), sequence.apply(entry), expected));
        }
        all.add(entry);
      }
      cursor = Positions.decodeCursor(feed, nextCursor.apply(page));
      if (!cursor.sequences().equals(last)) {
        throw new AssertionError("feed %s: cursor %s after %s".formatted(feed, cursor, last));
      }
      atEnd = cursor.covers(Positions.decode(headPosition.apply(page)));
    }
    return new Read<>(all, cursor);
  }

  /**
   * What was read.
   *
   * @param entries in the order they came
   * @param end position of the last
   */
  record Read<E>(List<E> entries, Positions end) {}
}
