package dev.tributary.attribution.conversion;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Orders in one transaction, locked: what was known of them, and what is known after each item. Not
 * thread-safe.
 */
final class OrderBatch {
  private final Handle handle;
  private final String workspace;
  private final Instant now;
  private final Map<ConversionKey, OrderHistory> before;
  private final Map<ConversionKey, OrderHistory> after;

  OrderBatch(
      Handle handle, String workspace, Instant now, Map<ConversionKey, OrderHistory> before) {
    this.handle = handle;
    this.workspace = workspace;
    this.now = now;
    this.before = before;
    this.after = new LinkedHashMap<>(before);
  }

  /** The transaction, for what else has to be read in it. */
  Handle handle() {
    return handle;
  }

  /** Whose orders they are. */
  String workspace() {
    return workspace;
  }

  /** The time of the transaction, in microseconds. */
  Instant now() {
    return now;
  }

  /** Whether the conversion was there before this transaction. */
  boolean wasRecorded(ConversionKey key) {
    return of(before, key).conversion().isPresent();
  }

  /** Whether the change was there before this transaction. */
  boolean wasReceived(Change change) {
    return of(before, change.key()).known(change).isPresent();
  }

  /** What is known of an order by now. */
  OrderHistory of(ConversionKey key) {
    return of(after, key);
  }

  /** Takes a later history of its order. */
  void put(OrderHistory history) {
    after.put(history.key(), history);
  }

  Collection<OrderHistory> after() {
    return after.values();
  }

  private static OrderHistory of(Map<ConversionKey, OrderHistory> histories, ConversionKey key) {
    return histories.getOrDefault(key, OrderHistory.nothing(key));
  }
}
