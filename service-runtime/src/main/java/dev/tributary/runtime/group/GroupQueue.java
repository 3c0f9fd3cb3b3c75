package dev.tributary.runtime.group;

import dev.tributary.runtime.log.Shards;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What waits, by shard. A writer first chooses shards, then locks their heads, and only then takes
 * the items: whatever comes while it waits for the locks is taken too. Thread-safe.
 */
final class GroupQueue<I> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Lane<I>> lanes =
      IntStream.range(0, Shards.COUNT).mapToObj(shard -> new Lane<I>(shard)).toList();
  private boolean closed;

  /** Adds the items of a call; answers false once the queue is closed. */
  boolean add(String workspace, List<Queued<I>> items) {
    Collection<Part<I>> parts = parts(items);
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      for (Part<I> part : parts) {
        lanes.get(part.items().get(0).shard()).add(workspace, part);
      }
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for shards in which something waits and takes them in hand, those with the longest wait
   * first, as many as a group needs. Each must be given back.
   *
   * @param shardsMax most shards of one transaction
   * @return null when the queue is closed and nothing is left in it
   */
  @Nullable Choice choose(int shardsMax, int itemsMax) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      List<Lane<I>> ready = ready();
      while (ready.isEmpty()) {
        if (closed && lanes.stream().allMatch(lane -> lane.items() == 0)) {
          changed.signalAll();
          return null;
        }
        changed.await();
        ready = ready();
      }
      return inHand(ready, shardsMax, itemsMax);
    } finally {
      lock.unlock();
    }
  }

  /** Takes items of shards that are in hand, up to a number and at least one part. */
  List<Queued<I>> take(Collection<Integer> shards, int itemsMax) {
    List<Queued<I>> group = new ArrayList<>();
    lock.lock();
    try {
      for (int shard : shards) {
        takeFrom(lanes.get(shard), itemsMax, group);
      }
      return group;
    } finally {
      lock.unlock();
    }
  }

  /** Gives shards back; what still waits in them is for the next writer that is free. */
  void putBack(Collection<Integer> shards) {
    lock.lock();
    try {
      shards.forEach(shard -> lanes.get(shard).inHand(false));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more; what is there is still written. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private List<Lane<I>> ready() {
    return lanes.stream().filter(Lane::isReady).toList();
  }

  private Choice inHand(List<Lane<I>> ready, int shardsMax, int itemsMax) {
    record Waiting<I>(Lane<I> lane, long sinceNanos) {}
    List<Waiting<I>> longestFirst =
        ready.stream()
            .map(lane -> new Waiting<>(lane, lane.sinceNanos()))
            .sorted(Comparator.comparingLong(Waiting::sinceNanos))
            .toList();
    List<Integer> shards = new ArrayList<>();
    int items = 0;
    for (Waiting<I> waiting : longestFirst) {
      if (shards.size() == shardsMax || items >= itemsMax) {
        break;
      }
      items += waiting.lane.items();
      waiting.lane.inHand(true);
      shards.add(waiting.lane.shard());
    }
    return new Choice(shards, longestFirst.get(0).sinceNanos);
  }

  private static <I> void takeFrom(Lane<I> lane, int itemsMax, List<Queued<I>> group) {
    while (group.size() < itemsMax) {
      Part<I> part = lane.poll(group.isEmpty() ? Integer.MAX_VALUE : itemsMax - group.size());
      if (part == null) {
        return;
      }
      if (part.call().isOver()) {
        part.call().leave(part.items().size());
      } else {
        group.addAll(part.items());
      }
    }
  }

  private static <I> Collection<Part<I>> parts(List<Queued<I>> items) {
    long now = System.nanoTime();
    if (items.size() == 1) {
      Part<I> part = new Part<>(items.get(0).call(), now);
      part.items().add(items.get(0));
      return List.of(part);
    }
    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types.
    @Nullable Part<I>[] byShard = new Part[Shards.COUNT];
    for (Queued<I> item : items) {
      Part<I> part = byShard[item.shard()];
      if (part == null) {
        part = new Part<>(item.call(), now);
        byShard[item.shard()] = part;
      }
      part.items().add(item);
    }
    return Stream.of(byShard).filter(part -> part != null).toList();
  }

  /**
   * Shards in hand.
   *
   * @param shards those with the longest wait first, at least one
   * @param sinceNanos since when something waits in the first
   */
  record Choice(List<Integer> shards, long sinceNanos) {}
}
