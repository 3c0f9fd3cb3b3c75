package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.HeldOrders;
import dev.tributary.attribution.conversion.OrderKeys;
import dev.tributary.attribution.conversion.Place;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import dev.tributary.runtime.log.Positions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Does what persons want done about holds: a group of orders in a transaction, so that a command
 * about thousands keeps nobody waiting. What each group did is written with it, by the caller's
 * key; a resend goes on where the last one ended.
 */
public final class HoldDesk {
  /** Orders in one transaction. */
  private static final int GROUP = 200;

  /** Holds read at once while orders are looked for. */
  private static final int PAGE = 1_000;

  private final Database database;
  private final FeedLog log;
  private final HeldOrders orders;
  private final Holds holds;
  private final Runnable committed;
  private final Clock clock;
  private final OrderKeys orderKeys = new OrderKeys();
  private final HoldStore store = new HoldStore();
  private final HoldBatchStore batches = new HoldBatchStore();

  /**
   * A desk of one database.
   *
   * @param committed is told after every write that the feed has grown
   * @param clock tells when something would be done that is only asked about
   */
  public HoldDesk(
      Database database,
      FeedLog log,
      HeldOrders orders,
      Holds holds,
      Runnable committed,
      Clock clock) {
    this.database = database;
    this.log = log;
    this.orders = orders;
    this.holds = holds;
    this.committed = committed;
    this.clock = clock;
  }

  /**
   * One page of holds, ordered by time and key.
   *
   * @param after the last one of the page before
   */
  List<ListedHold> page(String workspace, HoldFilter filter, Optional<HoldPlace> after, int limit) {
    return database.read(handle -> store.page(handle, workspace, filter, after, limit));
  }

  /**
   * Does a task, or tells what it would do.
   *
   * @throws ApiException NOT_FOUND for an order that is not recorded, ID_REUSED for a key that was
   *     used for something else
   */
  Done run(String workspace, HoldTask task) {
    if (task.validateOnly()) {
      return new Done(tried(workspace, List.of(task)), Positions.empty(log.feedName()));
    }
    return run(workspace, List.of(task));
  }

  /**
   * Does the tasks of one command, one after the other.
   *
   * @param tasks at least one; all with the same command and the same request
   * @throws ApiException as {@link #run(String, HoldTask)}
   */
  Done run(String workspace, List<HoldTask> tasks) {
    HoldBatch batch = begun(workspace, tasks.get(0));
    if (batch.done()) {
      return new Done(batch.outcome(), Positions.empty(log.feedName()));
    }
    Positions written = Positions.empty(log.feedName());
    for (HoldTask task : tasks) {
      for (List<ConversionKey> group : groups(workspace, task)) {
        written = written.merge(database.write(handle -> write(handle, workspace, task, group)));
        committed.run();
      }
    }
    return new Done(finished(workspace, batch), written);
  }

  /**
   * What {@link #run(String, List)} would answer: what the command has done and would still do.
   *
   * @throws ApiException as {@link #run(String, List)}
   */
  Done preview(String workspace, List<HoldTask> tasks) {
    HoldBatch wanted = wanted(tasks.get(0));
    HoldBatch batch =
        database
            .read(handle -> batches.find(handle, workspace, wanted.batchId()))
            .orElse(wanted)
            .requireSameAs(wanted);
    return new Done(
        batch.done() ? batch.outcome() : batch.outcome().plus(tried(workspace, tasks)),
        Positions.empty(log.feedName()));
  }

  /**
   * Notes a command in a transaction, so that it is carried out with what else is written there.
   *
   * @param handle has the head of {@link HoldBatchStore#shard} locked
   * @return how far it has come
   * @throws ApiException ID_REUSED for a key that was used for something else
   */
  HoldBatch begin(Handle handle, String workspace, HoldTask task, Instant now) {
    HoldBatch wanted = wanted(task);
    Optional<HoldBatch> before = batches.locked(handle, workspace, wanted.batchId());
    if (before.isEmpty()) {
      String kind = task.action() instanceof HoldTask.Resolve ? "RESOLVE" : "PLACE";
      batches.insert(handle, workspace, kind, wanted, now);
    }
    return before.orElse(wanted).requireSameAs(wanted);
  }

  /** What tasks would do; where one has been, the others of its command find nothing to do. */
  private HoldOutcome tried(String workspace, List<HoldTask> tasks) {
    Set<ConversionKey> seen = new HashSet<>();
    HoldOutcome outcome = HoldOutcome.NOTHING;
    for (HoldTask task : tasks) {
      List<ConversionKey> keys =
          database.read(handle -> keys(handle, workspace, task)).stream()
              .filter(seen::add)
              .toList();
      outcome = outcome.plus(tried(workspace, task, groups(keys)));
    }
    return outcome;
  }

  private HoldOutcome tried(String workspace, HoldTask task, List<List<ConversionKey>> groups) {
    Instant now = clock.instant();
    HoldOutcome outcome = HoldOutcome.NOTHING;
    for (List<ConversionKey> group : groups) {
      outcome =
          outcome.plus(
              database.snapshot(
                  handle -> {
                    Changes changes = changes(handle, workspace, task, group, now);
                    return task.isRestoring()
                        ? new HoldOutcome(changes.keys.size(), changes.holds, List.of())
                        : outcome(handle, workspace, changes);
                  }));
    }
    return outcome;
  }

  private Positions write(
      Handle handle, String workspace, HoldTask task, List<ConversionKey> group) {
    Heads heads =
        log.lock(handle, group.stream().map(key -> key.shard(workspace)).distinct().toList());
    Changes changes = changes(handle, workspace, task, group, heads.recordTime());
    if (changes.keys.isEmpty()) {
      return heads.finish();
    }
    HoldOutcome before =
        task.isRestoring() ? HoldOutcome.NOTHING : outcome(handle, workspace, changes);
    Set<ConversionKey> unused =
        holds.change(
            handle, heads, workspace, changes.keys, each -> task.after(each, heads.recordTime()));
    HoldOutcome outcome = task.isRestoring() ? outcome(handle, workspace, changes) : before;
    String batchId = task.command().batchId();
    HoldBatch batch = batches.locked(handle, workspace, batchId).orElseThrow();
    batches.update(handle, workspace, batchId, false, batch.outcome().plus(outcome));
    return heads.finish();
  }

  private Changes changes(
      Handle handle, String workspace, HoldTask task, List<ConversionKey> group, Instant now) {
    List<ConversionKey> keys = new ArrayList<>();
    long count = 0;
    for (OrderHolds each : holds.of(handle, workspace, group).values()) {
      int changed = task.after(each, now).changedSince(each).size();
      if (changed > 0) {
        keys.add(each.key());
        count += changed;
      }
    }
    return new Changes(keys, count);
  }

  private HoldOutcome outcome(Handle handle, String workspace, Changes changes) {
    return HoldOutcome.of(changes.holds, orders.recorded(handle, workspace, changes.keys).values());
  }

  private HoldBatch begun(String workspace, HoldTask task) {
    return database.write(
        handle -> {
          int shard = HoldBatchStore.shard(workspace, task.command().batchId());
          Heads heads = log.lock(handle, List.of(shard));
          return begin(handle, workspace, task, heads.recordTime());
        });
  }

  private static HoldBatch wanted(HoldTask task) {
    return HoldBatch.begun(task.command().batchId(), task.request());
  }

  private HoldOutcome finished(String workspace, HoldBatch batch) {
    return database.write(
        handle -> {
          HoldBatch now = batches.locked(handle, workspace, batch.batchId()).orElseThrow();
          batches.update(handle, workspace, batch.batchId(), true, now.outcome());
          return now.outcome();
        });
  }

  /** The orders of a task, a transaction's worth each. */
  private List<List<ConversionKey>> groups(String workspace, HoldTask task) {
    return groups(database.read(handle -> keys(handle, workspace, task)));
  }

  private static List<List<ConversionKey>> groups(List<ConversionKey> keys) {
    List<List<ConversionKey>> groups = new ArrayList<>();
    for (int first = 0; first < keys.size(); first += GROUP) {
      groups.add(keys.subList(first, Math.min(keys.size(), first + GROUP)));
    }
    return groups;
  }

  private List<ConversionKey> keys(Handle handle, String workspace, HoldTask task) {
    if (task.target() instanceof HoldTask.Named named) {
      return recorded(handle, workspace, named.holdNos().keySet());
    }
    if (task.target() instanceof HoldTask.Uses uses) {
      return orderKeys.ofCode(handle, workspace, uses.codeId(), uses.timeRange());
    }
    HoldState state = ((HoldTask.Resolve) task.action()).resolution().of();
    return filtered(
        handle, workspace, ((HoldTask.Filtered) task.target()).filter().withState(state));
  }

  private List<ConversionKey> recorded(
      Handle handle, String workspace, Collection<ConversionKey> keys) {
    Map<ConversionKey, Instant> known = store.conversionTimes(handle, workspace, keys);
    for (ConversionKey key : keys) {
      if (!known.containsKey(key)) {
        throw ApiException.notFound("conversion", key.orderId());
      }
    }
    return List.copyOf(keys);
  }

  private List<ConversionKey> filtered(Handle handle, String workspace, HoldFilter filter) {
    Set<ConversionKey> keys = new LinkedHashSet<>();
    Optional<HoldPlace> after = Optional.empty();
    List<ListedHold> page;
    do {
      page = store.page(handle, workspace, filter, after, PAGE);
      for (ListedHold listed : page) {
        Hold hold = listed.hold();
        keys.add(hold.key());
        after =
            Optional.of(new HoldPlace(new Place(hold.conversionTime(), hold.key()), hold.holdNo()));
      }
    } while (page.size() == PAGE);
    return List.copyOf(keys);
  }

  /** Orders of a group that change, and how many holds of theirs do. */
  private record Changes(List<ConversionKey> keys, long holds) {}

  /**
   * What came of a task.
   *
   * @param outcome what was done by all calls with its key
   * @param position where what this call did stands in the feed
   */
  record Done(HoldOutcome outcome, Positions position) {}
}
