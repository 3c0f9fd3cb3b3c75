package dev.tributary.runtime.feed;

import dev.tributary.runtime.log.Positions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * A piece of a feed. The entries of a shard stand in their order and without a gap; shards are
 * independent.
 *
 * @param items at most 1,000 entries of any shards
 * @param next the cursor after the page
 * @param head where the log ended when the page was read; how far behind a follower is
 */
public record FeedPage<E>(List<FeedItem<E>> items, Positions next, Positions head) {

  /** Copies the items. */
  public FeedPage {
    items = List.copyOf(items);
  }

  /** A page that reaches the end of its log. */
  public FeedPage(List<FeedItem<E>> items, Positions next) {
    this(items, next, next);
  }

  /** When the newest entry of the page was written; empty for an empty page. */
  public Optional<Instant> recordTime() {
    return items.stream().map(FeedItem::recordTime).max(Instant::compareTo);
  }

  /** When the oldest entry of the page was written; empty for an empty page. */
  Optional<Instant> oldestTime() {
    return items.stream().map(FeedItem::recordTime).min(Instant::compareTo);
  }

  /**
   * No entry between the page and the head was written before this: the write time of the last
   * entry before them in their shards, of those the oldest. Empty when the page reaches the head.
   */
  Optional<Instant> missingTime() {
    var last = new HashMap<Integer, Instant>();
    items.forEach(item -> last.put(item.shard(), item.recordTime()));
    return ShardRange.between(next, head).stream()
        .flatMap(
            range -> Optional.ofNullable(last.get(range.shard())).or(this::oldestTime).stream())
        .min(Instant::compareTo);
  }

  /**
   * Checks that this page is all that lies between two cursors: nothing skipped, nothing twice.
   * Both ends of a feed call it, because a gap that slips through would be a wrong number for good.
   *
   * @return this page
   * @throws IllegalStateException naming the first entry out of place
   */
  public FeedPage<E> requireFollows(Positions cursor) {
    var last = new HashMap<>(cursor.sequences());
    for (FeedItem<E> item : items) {
      long expected = last.getOrDefault(item.shard(), 0L) + 1;
      if (item.sequence() != expected) {
        throw new IllegalStateException(
            "feed %s, shard %d: sequence %d (expected: %d)"
                .formatted(next.feed(), item.shard(), item.sequence(), expected));
      }
      last.put(item.shard(), expected);
    }
    if (!next.isSameFeedAs(cursor) || !last.equals(next.sequences())) {
      throw new IllegalStateException(
          "feed %s: the next cursor does not lie after the page".formatted(next.feed()));
    }
    return this;
  }
}
