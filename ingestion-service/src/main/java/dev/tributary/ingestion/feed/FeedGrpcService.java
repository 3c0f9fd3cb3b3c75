package dev.tributary.ingestion.feed;

import dev.tributary.ingestion.v1.FeedServiceGrpc.FeedServiceImplBase;
import dev.tributary.ingestion.v1.FollowRequest;
import dev.tributary.ingestion.v1.FollowResponse;
import dev.tributary.runtime.feed.FeedReader;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.StreamObserver;

/** The stream of everything written. It spans workspaces and therefore wants a scope of its own. */
public final class FeedGrpcService extends FeedServiceImplBase {
  private final String feed;
  private final FeedReader reader;

  /**
   * The stream of one log.
   *
   * @param feed name of the feed, which cursors carry
   */
  public FeedGrpcService(String feed, FeedReader reader) {
    this.feed = feed;
    this.reader = reader;
  }

  @Override
  public void follow(FollowRequest request, StreamObserver<FollowResponse> out) {
    Caller.current().require(Scope.FEED);
    Positions cursor = Positions.decodeCursor(feed, request.getCursor());
    reader.follow(cursor, out, FeedProtos::response);
  }
}
