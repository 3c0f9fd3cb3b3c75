package dev.tributary.metrics.feed;

import dev.tributary.metrics.row.RowStore;
import dev.tributary.runtime.feed.FeedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entries of a page that nobody has taken yet. What is left in the end is of a kind that a
 * newer version of the other service knows and this one does not.
 */
final class Page<E> {
  private static final Logger log = LoggerFactory.getLogger(Page.class);

  private final List<FeedItem<E>> rest;

  Page(List<FeedItem<E>> items) {
    this.rest = new ArrayList<>(items);
  }

  /** Takes the entries of one kind out and parses them, in their order. */
  <T> List<FeedItem<T>> take(Predicate<E> kind, Function<E, T> parse) {
    List<FeedItem<T>> taken =
        rest.stream()
            .filter(item -> kind.test(item.entry()))
            .map(item -> RowStore.with(item, parse.apply(item.entry())))
            .toList();
    rest.removeIf(item -> kind.test(item.entry()));
    return taken;
  }

  /** Takes the entries of kinds out that are known and change nothing here. */
  void pass(Predicate<E> kinds) {
    rest.removeIf(item -> kinds.test(item.entry()));
  }

  /** Takes the entries of one kind out as a page of their own. */
  <T> Page<T> part(Predicate<E> kind, Function<E, T> parse) {
    return new Page<>(take(kind, parse));
  }

  /** Says, and answers, how many entries are passed over because nobody knows them. */
  int reportRest(String feedName) {
    if (!rest.isEmpty()) {
      log.warn(
          "feed {}: {} entries of an unknown kind are passed over, the first is sequence {} of"
              + " shard {}",
          feedName,
          rest.size(),
          rest.get(0).sequence(),
          rest.get(0).shard());
    }
    return rest.size();
  }
}
