package dev.tributary.runtime.feed;

import dev.tributary.runtime.database.Database;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * The right of one follower to stream a feed while the others look on. It lasts for five seconds by
 * the database's clock and is renewed by the follower's own thread between pages, so a follower
 * that hangs loses it like one that died. Used by that thread alone.
 */
final class FeedLease implements AutoCloseable {
  /** Three tries within the five seconds. */
  private static final long RENEW_NANOS = Duration.ofMillis(1_500).toNanos();

  private final Database database;
  private final LeaseStore leases;
  private final String holder;
  private boolean held;
  private long takenNanos;

  /**
   * A lease that is not held yet.
   *
   * @param holder id of the follower, like no other's
   */
  FeedLease(Database database, LeaseStore leases, String holder) {
    this.database = database;
    this.leases = leases;
    this.holder = holder;
  }

  /** Whether {@link #take} is worth its write, as the transaction sees it. */
  boolean isFree(Handle handle) {
    return leases.isFreeFor(handle, holder);
  }

  /** Takes or renews the lease; answers whether this follower has it. */
  boolean take() {
    // Counted from before the database's own time, so that we never think it longer than it is.
    long before = System.nanoTime();
    held = false;
    held = database.write(handle -> leases.take(handle, holder));
    takenNanos = before;
    return held;
  }

  /** Renews the lease if it is time to; answers whether this follower still has it. */
  boolean keep() {
    return untilRenewal().isZero() ? take() : held;
  }

  /** How long the lease may be left alone. */
  Duration untilRenewal() {
    return Duration.ofNanos(Math.max(0, RENEW_NANOS - (System.nanoTime() - takenNanos)));
  }

  /** Gives the lease back, so that the next follower need not wait for it to expire. */
  @Override
  public void close() {
    if (held) {
      held = false;
      database.write(handle -> leases.release(handle, holder));
    }
  }
}
