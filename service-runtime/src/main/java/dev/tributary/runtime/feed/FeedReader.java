package dev.tributary.runtime.feed;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Positions;
import io.grpc.SynchronizationContext;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Serves a service's log to its followers. One thread looks at the heads for all of them, when
 * woken by a local commit and at least every 100 ms for what other processes wrote, and sends each
 * follower its next page as long as its stream takes more; so a slow follower costs no memory and
 * no thread of the server.
 *
 * <p>The first page is sent at once, even if it is empty: its cursor tells the follower which log
 * it reached. After that there are no empty pages.
 */
public final class FeedReader implements AutoCloseable {
  /** Between polls; a poll itself may take as long again and still keep the 100 ms. */
  private static final Duration POLL = Duration.ofMillis(50);

  private final Database database;
  private final FeedLog log;
  private final PageReader pages;
  private final List<Following<?>> followings = new CopyOnWriteArrayList<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor thread;

  /**
   * Runs turns on the thread; the fault of a turn goes to the streams, and the next turn comes all
   * the same.
   */
  private final SynchronizationContext turns;

  private final SynchronizationContext.ScheduledHandle polling;

  private volatile boolean closed;

  /**
   * A reader of one log; starts its thread.
   *
   * @param tables every table that has entries of the log; together they must hold each sequence
   *     exactly once
   */
  public FeedReader(Database database, FeedLog log, List<FeedTable> tables) {
    this.database = database;
    this.log = log;
    this.pages = new PageReader(database, List.copyOf(tables));
    this.thread =
        new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "feed-" + log.feedName()));
    // What comes after close() needs no answer: the server ends its streams.
    this.thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    this.turns = new SynchronizationContext((turn, fault) -> endAll(fault));
    this.polling = turns.scheduleWithFixedDelay(this::wake, POLL, POLL, thread);
  }

  /**
   * Serves a stream until its caller goes away; to be called from the handler of a streaming
   * method, and returns at once. A cursor that this log never gave out ends the stream with
   * POSITION_UNKNOWN. A fault of ours ends it too; the follower comes back with its cursor.
   *
   * @param cursor where the caller is, see {@link Positions#decodeCursor}
   * @param out the server's stream to the caller
   * @param message makes a message of a page; runs on the reader's thread
   */
  public <R> void follow(
      Positions cursor, StreamObserver<R> out, Function<FeedPage<StoredEntry>, R> message) {
    var call = (ServerCallStreamObserver<R>) out;
    var following = new Following<>(cursor, call, message);
    call.setOnReadyHandler(this::wake);
    call.setOnCancelHandler(() -> followings.remove(following));
    followings.add(following);
    // Looked at after it was added: closing ends the streams that it finds, this one refuses
    // itself.
    if (closed && followings.remove(following)) {
      throw ApiException.peerUnavailable(log.feedName());
    }
    wake();
  }

  /** Says that something was committed; call it after every write to the log. Never blocks. */
  public void wake() {
    if (woken.compareAndSet(false, true)) {
      thread.execute(() -> turns.execute(this::serveAll));
    }
  }

  /** Ends all streams that the server has not ended yet; call it after the server. */
  @Override
  public void close() {
    closed = true;
    polling.cancel();
    thread.execute(() -> followings.forEach(Following::complete));
    thread.shutdown();
  }

  private void serveAll() {
    woken.set(false);
    // Whoever comes while the head is read waits for the turn that it asked for: it may know of
    // more than this head has, and its cursor would look like another log's.
    List<Following<?>> present = List.copyOf(followings);
    if (present.isEmpty()) {
      return;
    }
    Positions head = database.readDurable(log::head);
    boolean more = false;
    for (Following<?> following : present) {
      more |= serve(following, head);
    }
    if (more) {
      wake();
    }
  }

  /** One page at most, so that followers take turns; answers whether there may be another. */
  private boolean serve(Following<?> following, Positions head) {
    if (!head.covers(following.cursor())) {
      followings.remove(following);
      following.refuse();
      return false;
    }
    return following.wantsPage() && following.send(pages.read(following.cursor(), head));
  }

  private void endAll(Throwable fault) {
    List<Following<?>> ended = List.copyOf(followings);
    followings.removeAll(ended);
    ended.forEach(following -> following.fail(fault));
  }
}
