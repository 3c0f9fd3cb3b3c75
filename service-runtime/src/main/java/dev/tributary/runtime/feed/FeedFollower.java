package dev.tributary.runtime.feed;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.identity.Uuid7;
import dev.tributary.runtime.log.Positions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Applies a feed to this service's database, each entry exactly once: the page's effects and the
 * cursor are one transaction, and the cursor's row is locked and compared first. Of the processes
 * that share the database one holds the feed's lease and streams; the others watch the committed
 * cursor, so that they can tell how far the feed is applied, and take over when the lease is free.
 * The thread never gives up: after any fault it lets another try and comes back to the committed
 * cursor.
 */
public final class FeedFollower<E> implements AutoCloseable {
  /** Between looks at the cursor; a look may take as long again and still keep the 100 ms. */
  private static final Duration POLL = Duration.ofMillis(50);

  private final Database database;
  private final FeedSource<E> source;
  private final PageApplier<E> applier;
  private final Clock clock;
  private final CursorStore cursors;
  private final LeaseStore leases;
  private final FeedLease lease;
  private final Backoff backoff = new Backoff(new SplittableRandom());
  private final Waiters waiters = new Waiters();
  private final Trouble trouble;
  private final AtomicLong pagesApplied = new AtomicLong();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile AppliedPosition applied;
  private volatile @Nullable PageHandover<E> stream;

  /**
   * A follower that does not run yet.
   *
   * @param feedName the feed, as its positions name it
   * @param database where the effects go; needs migration folder {@code db/follower}
   */
  public FeedFollower(
      String feedName,
      Database database,
      FeedSource<E> source,
      PageApplier<E> applier,
      Clock clock) {
    this.database = database;
    this.source = source;
    this.applier = applier;
    this.clock = clock;
    this.cursors = new CursorStore(feedName);
    this.leases = new LeaseStore(feedName);
    this.lease = new FeedLease(database, leases, new Uuid7(clock, new SecureRandom()).next());
    this.trouble = new Trouble(feedName);
    this.applied = AppliedPosition.none(feedName);
    this.thread = new Thread(this::run, "follow-" + feedName);
  }

  /** Reads the cursor and starts to follow; call it once. */
  public void start() {
    applied =
        database.write(
            handle -> {
              cursors.create(handle);
              leases.create(handle);
              return cursors.load(handle);
            });
    thread.start();
  }

  /** How far this process knows the feed to be applied, by itself or by another. */
  public AppliedPosition applied() {
    return applied;
  }

  /** What this process knows of the feed and is not applied yet. */
  public Lag lag() {
    return lag(applied);
  }

  /** What this process knows of the feed and was not applied in a state read from the database. */
  Lag lag(AppliedPosition stored) {
    return stored.orBetterKnownAs(applied).lagAt(clock.instant());
  }

  /** Pages with entries that this process has applied since it started. */
  public long pagesApplied() {
    return pagesApplied.get();
  }

  /** What keeps the feed from being followed right now; empty while all is well. */
  public Optional<String> trouble() {
    return trouble.now();
  }

  /**
   * A future that completes when everything up to the position is applied, at once if it already
   * is, and exceptionally with POSITION_UNKNOWN if the position is of another log. It completes on
   * the follower's thread: go on asynchronously. Cancel it when nobody waits any more.
   */
  public CompletableFuture<Void> reached(Positions atLeast) {
    return waiters.add(atLeast, () -> applied.positions());
  }

  /**
   * Ends the stream, waits until the page in hand is committed, and stops; the next process takes
   * over at once.
   */
  @Override
  public void close() {
    closing.countDown();
    PageHandover<E> open = stream;
    if (open != null) {
      open.close();
    }
    try {
      thread.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Duration pause;
    do {
      pause = turn();
    } while (!isClosingWithin(pause));
  }

  /** Streams for as long as it goes well, or looks on once; answers when to try again. */
  private Duration turn() {
    try {
      if (watch() && lease.take()) {
        try (FeedLease mine = lease) {
          stream();
        }
      }
      return POLL;
    } catch (Exception fault) {
      trouble.report(fault);
      return backoff.next();
    }
  }

  /** Learns what another process has applied; answers whether the lease is free. */
  private boolean watch() {
    Watched seen = database.read(handle -> new Watched(cursors.load(handle), lease.isFree(handle)));
    boolean moved = !seen.applied.positions().equals(applied.positions());
    learn(seen.applied);
    if (moved || trouble.isOfDatabase()) {
      trouble.over();
      backoff.reset();
    }
    return seen.leaseIsFree;
  }

  /** Follows one stream until it ends, this closes, or another process turns out to be ahead. */
  private void stream() throws Exception {
    var pages = new PageHandover<E>();
    stream = pages;
    learn(database.read(cursors::load));
    try (AutoCloseable open = source.open(applied.positions(), pages)) {
      boolean inStep = !isClosingWithin(Duration.ZERO);
      while (inStep && !pages.isClosed()) {
        Optional<FeedPage<E>> page = pages.take(lease.untilRenewal());
        inStep = page.map(this::apply).orElse(true) && lease.keep();
      }
    } finally {
      pages.close();
    }
  }

  /** Applies a page to what is applied; answers whether the cursor then stands behind that page. */
  private boolean apply(FeedPage<E> page) {
    Positions cursor = applied.positions();
    page.requireFollows(cursor);
    if (!page.next().equals(cursor)) {
      applied = applied.knowing(page);
      learn(database.writeByKeys(handle -> applied(handle, page, cursor)));
    }
    backoff.reset();
    trouble.over();
    boolean inStep = applied.positions().equals(page.next());
    if (inStep && !page.items().isEmpty()) {
      pagesApplied.incrementAndGet();
    }
    return inStep;
  }

  /** What is applied after a page, which is not applied if another process has moved the cursor. */
  private AppliedPosition applied(Handle handle, FeedPage<E> page, Positions cursor) {
    AppliedPosition stored = cursors.lock(handle);
    if (!stored.positions().equals(cursor)) {
      return stored;
    }
    if (!page.items().isEmpty()) {
      applier.apply(handle, page.items());
    }
    AppliedPosition after = stored.after(page);
    cursors.save(handle, after);
    return after;
  }

  private void learn(AppliedPosition stored) {
    applied = stored.orBetterKnownAs(applied);
    waiters.settle(stored.positions());
  }

  private boolean isClosingWithin(Duration pause) {
    try {
      return closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private record Watched(AppliedPosition applied, boolean leaseIsFree) {}
}
