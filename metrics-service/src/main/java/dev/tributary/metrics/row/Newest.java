package dev.tributary.metrics.row;

import dev.tributary.runtime.feed.FeedItem;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Which of several entries about one thing counts, whatever order they are applied in. */
public final class Newest {
  private Newest() {}

  /** The order in which the other service received things: its clock first, then its log. */
  public static <T> Comparator<FeedItem<T>> received() {
    return Comparator.comparing((FeedItem<T> item) -> item.recordTime())
        .thenComparing(FeedItem::shard)
        .thenComparing(FeedItem::sequence);
  }

  /**
   * One entry for each key: the greatest in the given order, the later one of equals.
   *
   * @param key of the thing within its workspace
   */
  public static <T> List<FeedItem<T>> of(
      Collection<FeedItem<T>> items, Function<T, ?> key, Comparator<FeedItem<T>> order) {
    Map<List<Object>, FeedItem<T>> newest = new LinkedHashMap<>();
    for (FeedItem<T> item : items) {
      newest.merge(
          List.of(item.workspace(), key.apply(item.entry())), item, BinaryOperator.maxBy(order));
    }
    return List.copyOf(newest.values());
  }
}
