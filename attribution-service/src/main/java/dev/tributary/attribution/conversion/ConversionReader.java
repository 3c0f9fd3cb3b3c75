package dev.tributary.attribution.conversion;

import dev.tributary.runtime.database.Database;
import java.util.List;
import java.util.Optional;

/** Reads conversions as they stand; every answer is of one moment. */
public final class ConversionReader {
  private final Database database;
  private final OrderHistories histories = new OrderHistories();
  private final RevisionStore revisions = new RevisionStore();

  /** The conversions of a database. */
  public ConversionReader(Database database) {
    this.database = database;
  }

  /** What is known of an order. */
  OrderHistory find(String workspace, ConversionKey key) {
    return database.snapshot(
        handle ->
            histories
                .load(handle, workspace, List.of(key))
                .getOrDefault(key, OrderHistory.nothing(key)));
  }

  /** Why a conversion is credited as it is, if it was recorded. */
  Optional<Explanation> explain(String workspace, ConversionKey key) {
    return database.snapshot(
        handle ->
            histories
                .load(handle, workspace, List.of(key))
                .getOrDefault(key, OrderHistory.nothing(key))
                .conversion()
                .map(
                    recorded ->
                        new Explanation(recorded, revisions.decision(handle, workspace, key))));
  }

  /**
   * One page of conversions, ordered by time, storefront, type and order.
   *
   * @param after the last one of the page before
   */
  List<RecordedConversion> page(
      String workspace, ConversionFilter filter, Optional<Place> after, int limit) {
    return database
        .snapshot(handle -> histories.page(handle, workspace, filter, after, limit))
        .stream()
        .flatMap(history -> history.conversion().stream())
        .toList();
  }
}
