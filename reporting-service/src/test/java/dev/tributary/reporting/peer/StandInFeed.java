package dev.tributary.reporting.peer;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A feed of which only the head is of interest. It stays open until its caller goes away. */
public final class StandInFeed {
  private final String name;
  private final List<String> cursors = new CopyOnWriteArrayList<>();
  private final AtomicInteger beginnings = new AtomicInteger(1);

  private StandInFeed(String name) {
    this.name = name;
  }

  private void serve(String cursor, Consumer<String> head) {
    Caller.current().require(Scope.FEED);
    cursors.add(cursor);
    if (!cursor.isEmpty() && !cursor.equals(head())) {
      throw ApiException.positionUnknown(name);
    }
    head.accept(head());
  }

  private String head() {
    return name + "-head-" + beginnings.get();
  }

  /** The feed of the ingestion service. */
  public static final class OfIngestion
      extends dev.tributary.ingestion.v1.FeedServiceGrpc.FeedServiceImplBase {
    private final StandInFeed feed = new StandInFeed("ingestion");

    /** Cursors that the feed was opened with. */
    public List<String> cursors() {
      return feed.cursors;
    }

    /** Forgets its log and begins another. */
    public void beginAnew() {
      feed.beginnings.incrementAndGet();
    }

    @Override
    public void follow(
        dev.tributary.ingestion.v1.FollowRequest request,
        StreamObserver<dev.tributary.ingestion.v1.FollowResponse> out) {
      feed.serve(
          request.getCursor(),
          head ->
              out.onNext(
                  dev.tributary.ingestion.v1.FollowResponse.newBuilder()
                      .setHeadPosition(head)
                      .build()));
    }
  }

  /** The feed of the attribution service. */
  public static final class OfAttribution
      extends dev.tributary.attribution.v1.FeedServiceGrpc.FeedServiceImplBase {
    private final StandInFeed feed = new StandInFeed("attribution");

    @Override
    public void follow(
        dev.tributary.attribution.v1.FollowRequest request,
        StreamObserver<dev.tributary.attribution.v1.FollowResponse> out) {
      feed.serve(
          request.getCursor(),
          head ->
              out.onNext(
                  dev.tributary.attribution.v1.FollowResponse.newBuilder()
                      .setHeadPosition(head)
                      .build()));
    }
  }
}
