package dev.tributary.runtime.group;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.Dialect;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import dev.tributary.type.v1.ErrorReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one group and answers its callers, whatever happens. A group that the database refuses for
 * its data is halved until only the guilty item fails; one that met another transaction is tried
 * again; for every other fault its calls fail.
 */
final class GroupTransaction<I, R> {
  private static final Logger log = LoggerFactory.getLogger(GroupTransaction.class);

  /** After this, a head that is locked elsewhere is waited for instead of being left out again. */
  private static final Duration PATIENCE = Duration.ofMillis(20);

  private static final int ATTEMPTS_MAX = 3;

  private final Database database;
  private final FeedLog feed;
  private final GroupQueue<I> queue;
  private final GroupWork<I, R> work;
  private final Runnable committed;
  private volatile GroupMeters meters;

  GroupTransaction(
      Database database,
      FeedLog feed,
      GroupQueue<I> queue,
      GroupWork<I, R> work,
      Runnable committed,
      GroupMeters meters) {
    this.database = database;
    this.feed = feed;
    this.queue = queue;
    this.work = work;
    this.committed = committed;
    this.meters = meters;
  }

  /** Reports to other instruments from the next group on. */
  void measure(GroupMeters instruments) {
    meters = instruments;
  }

  /** Writes what waits in the chosen shards, and gives them back. */
  void run(GroupQueue.Choice choice) {
    List<Queued<I>> group = new ArrayList<>();
    try {
      write(
          group,
          handle -> {
            Heads heads = lock(handle, choice);
            group.addAll(queue.take(inOrder(choice, heads), GroupWriter.ITEMS_MAX));
            return heads;
          });
    } catch (Throwable fault) {
      if (group.isEmpty()) {
        group.addAll(queue.take(choice.shards(), GroupWriter.ITEMS_MAX));
      }
      recover(group, fault, 1);
    } finally {
      queue.putBack(choice.shards());
    }
    committed.run();
  }

  /** Writes a group once more, or a part of it; then its heads are waited for. */
  private void again(List<Queued<I>> group, int attempt) {
    Set<Integer> shards = group.stream().map(Queued::shard).collect(Collectors.toSet());
    try {
      write(group, handle -> feed.lock(handle, shards));
    } catch (Throwable fault) {
      recover(group, fault, attempt);
    }
  }

  private void write(List<Queued<I>> group, Function<Handle, Heads> locked) {
    long startNanos = System.nanoTime();
    List<R> results =
        database.writeByKeys(
            handle -> {
              Heads heads = locked.apply(handle);
              List<R> written = group.isEmpty() ? List.of() : work.write(handle, heads, group);
              requireAnswers(group.size(), written.size());
              heads.finish();
              return written;
            });
    for (int i = 0; i < results.size(); i++) {
      Queued<I> item = group.get(i);
      call(item).put(item.index(), results.get(i), group.size());
    }
    meters.written(group.size(), System.nanoTime() - startNanos);
  }

  private void recover(List<Queued<I>> group, Throwable fault, int attempt) {
    if (Dialect.isConnectionFault(fault)) {
      fail(group, ApiException.peerUnavailable("database", fault));
    } else if (Dialect.isDataFault(fault) && group.size() > 1) {
      int middle = group.size() / 2;
      again(group.subList(0, middle), 1);
      again(group.subList(middle, group.size()), 1);
    } else if (Dialect.isDataFault(fault) && group.size() == 1) {
      refuse(group.get(0), fault);
    } else if (Dialect.isCollision(fault) && attempt < ATTEMPTS_MAX) {
      again(group, attempt + 1);
    } else {
      fail(group, fault);
    }
  }

  /** The message of the fault may hold data of persons and is not shown. */
  private void refuse(Queued<I> item, Throwable fault) {
    String state = Dialect.sqlState(fault);
    log.error("an item passed all rules and was refused by the database, SQLSTATE {}", state);
    Rejected why =
        new Rejected(
            ErrorReason.ERROR_REASON_FIELD_MALFORMED,
            "",
            "refused by the database with SQLSTATE " + state + " (expected: what it can store)");
    call(item).put(item.index(), work.refused(item.item(), why), 1);
  }

  private static <I> void fail(List<Queued<I>> group, Throwable fault) {
    group.forEach(item -> item.call().fail(fault));
  }

  private Heads lock(Handle handle, GroupQueue.Choice choice) {
    List<Integer> shards = choice.shards();
    int first = shards.get(0);
    boolean overdue = System.nanoTime() - choice.sinceNanos() > PATIENCE.toNanos();
    if (!overdue) {
      Heads heads = feed.tryLock(handle, shards);
      if (!heads.shards().isEmpty()) {
        return heads;
      }
    }
    return feed.lockFirst(handle, first, shards.subList(1, shards.size()));
  }

  private static void requireAnswers(int items, int answers) {
    if (answers != items) {
      throw new IllegalStateException("answers: " + answers + " (expected: " + items + ")");
    }
  }

  private static List<Integer> inOrder(GroupQueue.Choice choice, Heads heads) {
    return choice.shards().stream().filter(heads.shards()::contains).toList();
  }

  @SuppressWarnings("unchecked") // The queue is this writer's own, so its calls are too.
  private Call<R> call(Queued<I> item) {
    return (Call<R>) item.call();
  }
}
