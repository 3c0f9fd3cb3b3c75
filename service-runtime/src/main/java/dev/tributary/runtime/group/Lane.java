package dev.tributary.runtime.group;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one shard. Workspaces take turns, part by part, so that a small one never waits
 * behind all that a large one has sent; within a workspace the order of arrival is kept. Not
 * thread-safe.
 */
final class Lane<I> {
  private final int shard;
  private final Map<String, Deque<Part<I>>> byWorkspace = new LinkedHashMap<>();
  private int items;
  private boolean inHand;

  Lane(int shard) {
    this.shard = shard;
  }

  int shard() {
    return shard;
  }

  int items() {
    return items;
  }

  /** Whether a writer may take it: something waits, and no other writer of this process has it. */
  boolean isReady() {
    return items > 0 && !inHand;
  }

  void inHand(boolean taken) {
    inHand = taken;
  }

  /** When the part came that waits longest; only of a lane in which something waits. */
  long sinceNanos() {
    long now = System.nanoTime();
    long longest =
        byWorkspace.values().stream()
            .mapToLong(parts -> now - parts.getFirst().sinceNanos())
            .max()
            .orElse(0);
    return now - longest;
  }

  void add(String workspace, Part<I> part) {
    byWorkspace.computeIfAbsent(workspace, absent -> new ArrayDeque<>()).add(part);
    items += part.items().size();
  }

  /** The next part, if it has no more items than this. */
  @Nullable Part<I> poll(int itemsMax) {
    Iterator<Map.Entry<String, Deque<Part<I>>>> turns = byWorkspace.entrySet().iterator();
    if (!turns.hasNext()) {
      return null;
    }
    Map.Entry<String, Deque<Part<I>>> turn = turns.next();
    String workspace = turn.getKey();
    Deque<Part<I>> parts = turn.getValue();
    if (parts.getFirst().items().size() > itemsMax) {
      return null;
    }
    Part<I> part = parts.removeFirst();
    items -= part.items().size();
    turns.remove();
    if (!parts.isEmpty()) {
      byWorkspace.put(workspace, parts);
    }
    return part;
  }
}
