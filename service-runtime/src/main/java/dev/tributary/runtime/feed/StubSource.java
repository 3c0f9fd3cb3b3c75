package dev.tributary.runtime.feed;

import dev.tributary.runtime.log.Positions;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Pages from another service: {@code new StubSource<>((cursor, out) -> stub.follow(request(cursor),
 * out), FeedProtos::page)}. The stub's channel must run callbacks on threads of its own, as it does
 * unless told otherwise.
 *
 * @param follow calls the streaming method of an asynchronous stub, without a deadline
 * @param page makes a page of a message; an exception ends the stream with it as cause
 */
public record StubSource<R, E>(
    BiConsumer<Positions, StreamObserver<R>> follow, Function<R, FeedPage<E>> page)
    implements FeedSource<E> {

  @Override
  public AutoCloseable open(Positions cursor, PageListener<E> listener) {
    // From the root: a stream lives on when the call that started the follower, if any, is over.
    Context.CancellableContext stream = Context.ROOT.withCancellation();
    stream.run(() -> follow.accept(cursor, new Messages(listener)));
    return () -> stream.cancel(null);
  }

  private final class Messages implements StreamObserver<R> {
    private final PageListener<E> listener;

    Messages(PageListener<E> listener) {
      this.listener = listener;
    }

    @Override
    public void onNext(R message) {
      listener.onPage(page.apply(message));
    }

    @Override
    public void onError(Throwable fault) {
      listener.onEnd(fault);
    }

    @Override
    public void onCompleted() {
      listener.onEnd(null);
    }
  }
}
