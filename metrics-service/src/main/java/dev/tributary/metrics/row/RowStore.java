package dev.tributary.metrics.row;

import dev.tributary.runtime.feed.FeedItem;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes entries of a page as rows, one statement for all of them. Parameters of a statement are
 * named after the fields of the entry's record, with a dot for a record inside it, and {@code
 * workspace}, {@code shard}, {@code sequence} and {@code recordTime} of its {@link FeedItem}.
 */
public final class RowStore {
  private RowStore() {}

  /**
   * Inserts entries.
   *
   * @param sql an insert that does nothing on conflict
   * @return the entries that gave a row, in their order
   */
  public static <T> List<FeedItem<T>> insert(Handle handle, String sql, List<FeedItem<T>> items) {
    int[] counts = execute(handle, sql, items);
    List<FeedItem<T>> inserted = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        inserted.add(items.get(i));
      }
    }
    return inserted;
  }

  /**
   * Puts entries in the place of older ones with the same key; an entry that is itself older than
   * what is stored leaves no trace. Therefore the order in which pages are applied does not matter.
   *
   * @param deleteOlder a delete of what the entry replaces
   * @param insert an insert that does nothing when a newer one is there
   * @param items at most one for each key
   * @return the entries that were put, in their order
   */
  public static <T> List<FeedItem<T>> replace(
      Handle handle, String deleteOlder, String insert, List<FeedItem<T>> items) {
    execute(handle, deleteOlder, items);
    return insert(handle, insert, items);
  }

  /** Another record in the place of an entry: a part of it, or what it was parsed to. */
  public static <T, R> FeedItem<R> with(FeedItem<T> item, R entry) {
    return new FeedItem<>(
        item.shard(), item.sequence(), item.workspace(), item.recordTime(), entry);
  }

  /** Executes any statement once for each entry and returns the counts of affected rows. */
  public static <T> int[] execute(Handle handle, String sql, List<FeedItem<T>> items) {
    if (items.isEmpty()) {
      return new int[0];
    }
    try (PreparedBatch batch = handle.prepareBatch(sql)) {
      for (FeedItem<T> item : items) {
        batch.bindMethods(item).bindMethods(item.entry()).add();
      }
      return batch.execute();
    }
  }
}
