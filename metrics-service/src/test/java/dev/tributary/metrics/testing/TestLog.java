package dev.tributary.metrics.testing;

import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.log.Shards;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The log of another service, written down entry by entry: one second after the other. */
public final class TestLog<E> {
  /** The workspace of entries that name none. */
  public static final String WORKSPACE = "acme";

  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  private final List<FeedItem<E>> items = new ArrayList<>();
  private final TreeMap<Integer, Long> last = new TreeMap<>();
  private int taken;

  /** Writes an entry to the shard of its key. */
  public TestLog<E> add(String key, E entry) {
    return add(WORKSPACE, key, entry);
  }

  /** Writes an entry of another workspace to the shard of its key. */
  public TestLog<E> add(String workspace, String key, E entry) {
    int shard = Shards.of(workspace, "test", key);
    long sequence = last.merge(shard, 1L, Long::sum);
    items.add(new FeedItem<>(shard, sequence, workspace, START.plusSeconds(items.size()), entry));
    return this;
  }

  /** Everything, as it was written. */
  public List<FeedItem<E>> items() {
    return List.copyOf(items);
  }

  /** What was written since this was last asked. */
  public List<FeedItem<E>> takeNew() {
    List<FeedItem<E>> fresh = List.copyOf(items.subList(taken, items.size()));
    taken = items.size();
    return fresh;
  }

  /** Everything after a cursor, as it was written. */
  public List<FeedItem<E>> after(Positions cursor) {
    return items.stream()
        .filter(item -> item.sequence() > cursor.sequenceAt(item.shard()))
        .toList();
  }

  /** Position of the newest entries. */
  public Positions head(String feed, String feedId) {
    return new Positions(feed, feedId, last);
  }

  /**
   * Everything in pages, where shards keep their order and pages mix them as chance will have it.
   */
  public List<List<FeedItem<E>>> shuffledPages(RandomGenerator random) {
    Map<Integer, Deque<FeedItem<E>>> shards = new TreeMap<>();
    items.forEach(
        item -> shards.computeIfAbsent(item.shard(), shard -> new ArrayDeque<>()).add(item));
    List<List<FeedItem<E>>> pages = new ArrayList<>();
    while (!shards.isEmpty()) {
      List<FeedItem<E>> page = new ArrayList<>();
      int size = 1 + random.nextInt(30);
      while (page.size() < size && !shards.isEmpty()) {
        int shard = List.copyOf(shards.keySet()).get(random.nextInt(shards.size()));
        page.add(shards.get(shard).remove());
        if (shards.get(shard).isEmpty()) {
          shards.remove(shard);
        }
      }
      pages.add(page);
    }
    return pages;
  }
}
