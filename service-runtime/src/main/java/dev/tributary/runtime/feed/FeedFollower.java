package dev.tributary.runtime.feed;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.Positions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies a feed to this service's database, each entry exactly once: the page's effects and the
 * cursor are one transaction, and the cursor's row is locked and compared first, so that of two
 * processes following the same feed only one applies a page. Its thread never gives up: after any
 * fault it comes back to the committed cursor.
 */
public final class FeedFollower<E> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FeedFollower.class);

  private final String feedName;
  private final Database database;
  private final FeedSource<E> source;
  private final PageApplier<E> applier;
  private final Clock clock;
  private final CursorStore cursors;
  private final Waiters waiters = new Waiters();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile AppliedPosition applied;
  private volatile @Nullable PageHandover<E> stream;
  private volatile @Nullable String trouble;

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
    this.feedName = feedName;
    this.database = database;
    this.source = source;
    this.applier = applier;
    this.clock = clock;
    this.cursors = new CursorStore(feedName);
    this.applied = new AppliedPosition(Positions.empty(feedName), Optional.empty(), Duration.ZERO);
    this.thread = new Thread(this::run, "follow-" + feedName);
  }

  /** Reads the cursor and starts to follow; call it once. */
  public void start() {
    applied =
        database.write(
            handle -> {
              cursors.create(handle);
              return cursors.load(handle);
            });
    thread.start();
  }

  /** How far this process knows the feed to be applied. */
  public AppliedPosition applied() {
    return applied;
  }

  /** What keeps the feed from being followed right now; empty while all is well. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /**
   * A future that completes when everything up to the position is applied, at once if it already
   * is, and exceptionally with POSITION_UNKNOWN if the position is of another log. It completes on
   * the follower's thread: go on asynchronously. Cancel it when nobody waits any more.
   */
  public CompletableFuture<Void> reached(Positions atLeast) {
    return waiters.add(atLeast, () -> applied.positions());
  }

  /** Ends the stream, waits until the page in hand is committed, and stops. */
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
    var backoff = new Backoff(new SplittableRandom());
    do {
      try {
        follow(backoff);
      } catch (Exception fault) {
        report(fault);
      }
    } while (!isClosingWithin(backoff.next()));
  }

  /** Follows one stream until it ends, this closes, or another process turns out to be ahead. */
  private void follow(Backoff backoff) throws Exception {
    var pages = new PageHandover<E>();
    stream = pages;
    applied = database.read(cursors::load);
    waiters.settle(applied.positions());
    try (AutoCloseable open = source.open(applied.positions(), pages)) {
      boolean inStep = !isClosingWithin(Duration.ZERO);
      while (inStep) {
        Optional<FeedPage<E>> page = pages.take();
        inStep = page.isPresent() && apply(page.get());
        backoff.reset();
        recovered();
      }
    } finally {
      pages.close();
    }
  }

  /** Applies a page to what is applied; answers whether the cursor then stands behind that page. */
  private boolean apply(FeedPage<E> page) {
    Positions cursor = applied.positions();
    page.requireFollows(cursor);
    if (page.next().equals(cursor)) {
      return true;
    }
    applied =
        database.write(
            handle -> {
              AppliedPosition stored = cursors.lock(handle);
              if (!stored.positions().equals(cursor)) {
                return stored;
              }
              if (!page.items().isEmpty()) {
                applier.apply(handle, page.items());
              }
              AppliedPosition after = after(page, stored);
              cursors.save(handle, after);
              return after;
            });
    waiters.settle(applied.positions());
    return applied.positions().equals(page.next());
  }

  private AppliedPosition after(FeedPage<E> page, AppliedPosition before) {
    Optional<Instant> newest = page.recordTime();
    return new AppliedPosition(
        page.next(),
        newest
            .filter(time -> before.recordTime().stream().noneMatch(time::isBefore))
            .or(before::recordTime),
        newest.map(time -> Duration.between(time, clock.instant())).orElse(before.lag()));
  }

  private void report(Exception fault) {
    String now = fault.toString();
    if (!now.equals(trouble)) {
      trouble = now;
      log.warn("feed {} is not followed; trying again from the committed cursor", feedName, fault);
    }
  }

  private void recovered() {
    if (trouble != null) {
      trouble = null;
      log.info("feed {} is followed again", feedName);
    }
  }

  private boolean isClosingWithin(Duration pause) {
    try {
      return closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
