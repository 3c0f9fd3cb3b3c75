package dev.tributary.metrics.testing;

import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.log.Positions;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/**
 * The other end of a feed: sends what is in its log to whoever follows, one page at a time, and
 * goes on when more is written.
 *
 * @param <E> entries
 * @param <R> pages of the contract
 */
public final class FeedPeer<E, R> {
  private static final String FEED_ID = "0198c0de-0000-7000-8000-000000000001";
  private static final int PAGE_SIZE = 7;

  private final String feed;
  private final BiFunction<List<FeedItem<E>>, Positions, R> page;
  private final TestLog<E> log = new TestLog<>();
  private final List<Following> followings = new CopyOnWriteArrayList<>();

  FeedPeer(String feed, BiFunction<List<FeedItem<E>>, Positions, R> page) {
    this.feed = feed;
    this.page = page;
  }

  /** Writes an entry; its position is what a writer would be answered with. */
  public synchronized Positions write(String key, E entry) {
    log.add(key, entry);
    followings.forEach(Following::send);
    return log.head(feed, FEED_ID);
  }

  /** Serves one caller until it goes away. */
  synchronized void follow(String cursor, StreamObserver<R> out) {
    var following = new Following(Positions.decodeCursor(feed, cursor), out);
    followings.add(following);
    ((ServerCallStreamObserver<R>) out).setOnCancelHandler(() -> followings.remove(following));
    out.onNext(page.apply(List.of(), following.cursor));
    following.send();
  }

  private final class Following {
    private final StreamObserver<R> out;
    private Positions cursor;

    Following(Positions cursor, StreamObserver<R> out) {
      this.cursor = Positions.empty(feed, FEED_ID).merge(cursor);
      this.out = out;
    }

    void send() {
      List<FeedItem<E>> rest = log.after(cursor);
      for (int from = 0; from < rest.size(); from += PAGE_SIZE) {
        List<FeedItem<E>> items = rest.subList(from, Math.min(from + PAGE_SIZE, rest.size()));
        var next = new TreeMap<Integer, Long>();
        items.forEach(item -> next.put(item.shard(), item.sequence()));
        cursor = cursor.with(next);
        out.onNext(page.apply(items, cursor));
      }
    }
  }
}
