package dev.tributary.runtime.feed;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.log.Positions;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.function.Function;

/** One stream to one follower; used by the reader's thread alone. */
final class Following<R> {
  private final ServerCallStreamObserver<R> out;
  private final Function<FeedPage<StoredEntry>, R> message;
  private Positions cursor;
  private boolean started;

  Following(
      Positions cursor,
      ServerCallStreamObserver<R> out,
      Function<FeedPage<StoredEntry>, R> message) {
    this.cursor = cursor;
    this.out = out;
    this.message = message;
  }

  Positions cursor() {
    return cursor;
  }

  /** Whether the stream takes a message now; if not, gRPC says when it does. */
  boolean wantsPage() {
    return out.isReady() && !out.isCancelled();
  }

  /** Sends the page unless it is empty and not the first; answers whether it had entries. */
  boolean send(FeedPage<StoredEntry> page) {
    if (!started || !page.items().isEmpty()) {
      out.onNext(message.apply(page));
      started = true;
      cursor = page.next();
    }
    return !page.items().isEmpty();
  }

  void refuse() {
    out.onError(ApiException.positionUnknown(cursor.feed()));
  }

  void fail(Throwable fault) {
    out.onError(fault);
  }

  void complete() {
    out.onCompleted();
  }
}
