package dev.tributary.attribution.conversion;

import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import dev.tributary.runtime.log.Positions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Writes to orders, a batch in one transaction. The heads of the orders' shards are locked first,
 * so whatever comes for one order comes one after the other, and sees what came before. When it
 * answers, everything is on disk and in the feed.
 */
public final class OrderWriter {
  private final Database database;
  private final FeedLog log;
  private final Runnable committed;
  private final OrderHistories histories = new OrderHistories();

  /**
   * A writer of one database.
   *
   * @param committed is told after every write that the feed has grown
   */
  public OrderWriter(Database database, FeedLog log, Runnable committed) {
    this.database = database;
    this.log = log;
    this.committed = committed;
  }

  /**
   * Does the work on the orders.
   *
   * @param keys every order that the work touches, at least one
   */
  <T> Written<T> write(String workspace, Set<ConversionKey> keys, Function<OrderBatch, T> work) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("keys: none (expected: at least one)");
    }
    Written<T> written = database.write(handle -> write(handle, workspace, keys, work));
    committed.run();
    return written;
  }

  /** What comes of no work at all. */
  <T> Written<T> nothing(T result) {
    return new Written<>(result, Map.of(), Positions.empty(log.feedName()));
  }

  private <T> Written<T> write(
      Handle handle, String workspace, Set<ConversionKey> keys, Function<OrderBatch, T> work) {
    Heads heads =
        log.lock(handle, keys.stream().map(key -> key.shard(workspace)).distinct().toList());
    Map<ConversionKey, OrderHistory> before = histories.load(handle, workspace, keys);
    OrderBatch batch = new OrderBatch(handle, workspace, heads.recordTime(), before);
    T result = work.apply(batch);
    Map<ConversionKey, OrderHistory> after = published(heads, workspace, batch.after());
    histories.save(handle, workspace, before, after.values());
    return new Written<>(result, after, positions(workspace, heads.finish(), after.values()));
  }

  /** Appends a fact for every conversion that was decided on anew. */
  private static Map<ConversionKey, OrderHistory> published(
      Heads heads, String workspace, Collection<OrderHistory> histories) {
    Map<ConversionKey, OrderHistory> published = new LinkedHashMap<>();
    for (OrderHistory history : histories) {
      Optional<RecordedConversion> revised =
          history.conversion().filter(RecordedConversion::isRevised);
      published.put(
          history.key(),
          revised.isPresent() ? history.with(publish(heads, workspace, revised.get())) : history);
    }
    return published;
  }

  private static RecordedConversion publish(
      Heads heads, String workspace, RecordedConversion revised) {
    int shard = revised.conversion().key().shard(workspace);
    byte[] fact = ConversionFactProtos.toBytes(revised);
    return revised.at(heads.append(shard, workspace, FeedKind.CONVERSION.stored(), fact));
  }

  /** Where the conversions stand: those of this transaction and those that it left alone. */
  private static Positions positions(
      String workspace, Positions written, Collection<OrderHistory> histories) {
    Map<Integer, Long> newest = new TreeMap<>();
    for (OrderHistory history : histories) {
      history
          .conversion()
          .ifPresent(
              recorded ->
                  newest.merge(history.key().shard(workspace), recorded.sequence(), Math::max));
    }
    return written.with(newest);
  }

  /**
   * What came of the work.
   *
   * @param <T> its result
   * @param result its result
   * @param orders every order that it was about, as it stands now, by key
   * @param positions where their conversions stand in the feed
   */
  record Written<T>(T result, Map<ConversionKey, OrderHistory> orders, Positions positions) {
    /** The position as the API answers it; empty when nothing stands in the feed. */
    String position() {
      return positions.sequences().isEmpty() ? "" : positions.encode();
    }

    /** The order with a key, as it stands now. */
    OrderHistory order(ConversionKey key) {
      return orders.getOrDefault(key, OrderHistory.nothing(key));
    }
  }
}
