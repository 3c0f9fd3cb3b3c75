package dev.tributary.runtime.group;

import dev.tributary.runtime.api.ApiException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Bounds what waits. One workspace gets at most half, so that one that floods the queue refuses
 * nobody else. Thread-safe.
 */
final class Room {
  private static final Duration RETRY_MIN = Duration.ofMillis(50);
  private static final Duration RETRY_MAX = Duration.ofSeconds(5);

  /** Over how long the speed is measured that the retry delay is computed from. */
  private static final long SPEED_WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

  private final String name;
  private final GroupConfig config;
  private final Map<String, Usage> byWorkspace = new HashMap<>();
  private final Usage all = new Usage();
  private long leftInWindow;
  private long windowStartNanos = System.nanoTime();
  private double itemsPerNano;
  private long refused;

  Room(String name, GroupConfig config) {
    this.name = name;
    this.config = config;
  }

  /**
   * Takes room for the items of a call, or for none of them.
   *
   * @throws ApiException QUEUE_FULL if there is not enough
   */
  synchronized void enter(String workspace, int items, long bytes) {
    Usage own = byWorkspace.computeIfAbsent(workspace, absent -> new Usage());
    boolean fits =
        all.fits(items, bytes, config.itemsMax(), config.bytesMax())
            && own.fits(items, bytes, config.itemsMax() / 2, config.bytesMax() / 2);
    if (!fits) {
      if (own.items == 0) {
        byWorkspace.remove(workspace);
      }
      refused++;
      throw ApiException.queueFull(name, all.items, config.itemsMax(), retryAfter());
    }
    all.add(items, bytes);
    own.add(items, bytes);
  }

  /** Gives back what was taken. */
  synchronized void leave(String workspace, int items, long bytes) {
    all.add(-items, -bytes);
    Usage own = byWorkspace.computeIfAbsent(workspace, absent -> new Usage());
    own.add(-items, -bytes);
    if (own.items == 0) {
      byWorkspace.remove(workspace);
    }
    measure(items);
  }

  /** How many items wait or are being written. */
  synchronized int items() {
    return all.items;
  }

  /** How many calls found no room so far. */
  synchronized long refused() {
    return refused;
  }

  private void measure(int items) {
    leftInWindow += items;
    long nanos = System.nanoTime() - windowStartNanos;
    if (nanos > SPEED_WINDOW_NANOS) {
      itemsPerNano = (double) leftInWindow / nanos;
      leftInWindow = 0;
      windowStartNanos += nanos;
    }
  }

  /** About when half of what waits is written, at the speed of the last second. */
  private Duration retryAfter() {
    if (itemsPerNano <= 0) {
      return RETRY_MIN;
    }
    Duration wait = Duration.ofNanos((long) (all.items / 2.0 / itemsPerNano));
    Duration atLeast = wait.compareTo(RETRY_MIN) < 0 ? RETRY_MIN : wait;
    return atLeast.compareTo(RETRY_MAX) > 0 ? RETRY_MAX : atLeast;
  }

  private static final class Usage {
    private int items;
    private long bytes;

    boolean fits(int moreItems, long moreBytes, int itemsMax, long bytesMax) {
      return items + moreItems <= itemsMax && bytes + moreBytes <= bytesMax;
    }

    void add(int moreItems, long moreBytes) {
      items += moreItems;
      bytes += moreBytes;
    }
  }
}
