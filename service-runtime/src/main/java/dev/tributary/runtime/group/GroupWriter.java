package dev.tributary.runtime.group;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Shards;
import io.opentelemetry.api.metrics.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what many callers bring in as few transactions as there can be: a writer takes what waits,
 * up to a thousand items and without any timer, writes it, and answers the callers after the
 * commit. While it writes the next group gathers by itself, so groups grow with the load and a
 * lonely item waits for nobody.
 *
 * <p>A transaction takes only its part of the shards, and only those whose heads nobody holds; so
 * writers, in this process and in others, work side by side. Thread-safe.
 *
 * @param <I> a parsed item
 * @param <R> what became of it
 */
public final class GroupWriter<I, R> implements AutoCloseable {
  /** Most items of one transaction: beyond it a larger group gains little and answers late. */
  static final int ITEMS_MAX = 1_000;

  private static final Logger log = LoggerFactory.getLogger(GroupWriter.class);

  private final String name;
  private final GroupWork<I, R> work;
  private final GroupQueue<I> queue = new GroupQueue<>();
  private final Room room;
  private final WriterCensus census;
  private final GroupTransaction<I, R> transaction;
  private final List<Thread> threads;

  private GroupWriter(
      String name,
      GroupConfig config,
      Database database,
      FeedLog feed,
      GroupWork<I, R> work,
      Runnable committed) {
    this.name = name;
    this.work = work;
    this.room = new Room(name, config);
    this.census = new WriterCensus(database, name, config.writers());
    this.transaction =
        new GroupTransaction<>(
            database, feed, queue, work, committed, GroupMeters.none(name, room));
    this.threads =
        IntStream.rangeClosed(1, config.writers())
            .mapToObj(number -> new Thread(this::run, "write-" + name + "-" + number))
            .toList();
  }

  /**
   * A writer at work.
   *
   * @param name of what is written, for messages, measurements and the threads' names
   * @param committed is told after every commit that the feed has grown; must not block
   */
  public static <I, R> GroupWriter<I, R> start(
      String name,
      GroupConfig config,
      Database database,
      FeedLog feed,
      GroupWork<I, R> work,
      Runnable committed) {
    var writer = new GroupWriter<>(name, config, database, feed, work, committed);
    writer.census.start();
    writer.threads.forEach(Thread::start);
    return writer;
  }

  /**
   * Queues the items of one call. Never blocks. The future completes on a writer's thread when all
   * of them are on disk; cancel it when nobody waits for it any more. It fails with UNAVAILABLE if
   * the database could not be reached, in which case some items may have been written: a resend is
   * safe.
   *
   * @param workspace whose items they are, so that no workspace holds up the others
   * @param bytes size of the request that they came with
   * @throws ApiException QUEUE_FULL if there is no room for all of them; then none is queued
   */
  public CompletableFuture<GroupAnswer<R>> submit(String workspace, List<I> items, long bytes) {
    if (items.isEmpty()) {
      return CompletableFuture.completedFuture(new GroupAnswer<>(List.of(), 0, room.items()));
    }
    room.enter(workspace, items.size(), bytes);
    Call<R> call = new Call<>(workspace, items.size(), bytes, room);
    List<Queued<I>> queued = new ArrayList<>(items.size());
    for (I item : items) {
      queued.add(new Queued<>(item, call, queued.size(), work.shard(item)));
    }
    if (!queue.add(workspace, queued)) {
      call.answer().completeExceptionally(ApiException.peerUnavailable(name));
      call.leave(items.size());
    }
    return call.answer();
  }

  /** Shows what it does from now on, under names that begin with {@code tributary.write.} */
  public GroupWriter<I, R> measuredBy(Meter meter) {
    transaction.measure(GroupMeters.of(meter, name, room));
    return this;
  }

  /** How many items wait or are being written. */
  public int queuedItems() {
    return room.items();
  }

  /** Takes nothing more, writes what is queued, and stops; call it after the server. */
  @Override
  public void close() {
    queue.close();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    census.close();
  }

  private void run() {
    boolean open = true;
    while (open) {
      try {
        GroupQueue.Choice choice = queue.choose(shardsMax(census.alive()), ITEMS_MAX);
        open = choice != null;
        if (choice != null) {
          transaction.run(choice);
        }
      } catch (InterruptedException stop) {
        open = false;
      } catch (Throwable fault) {
        log.error("writer of {} goes on after a fault", name, fault);
      }
    }
  }

  /** The part of the shards that is one writer's of so many. */
  static int shardsMax(int writers) {
    return Math.max(1, (Shards.COUNT + writers - 1) / writers);
  }
}
