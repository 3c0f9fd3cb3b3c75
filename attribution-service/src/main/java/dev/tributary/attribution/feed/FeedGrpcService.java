package dev.tributary.attribution.feed;

import dev.tributary.attribution.v1.FeedServiceGrpc;
import dev.tributary.attribution.v1.FollowRequest;
import dev.tributary.attribution.v1.FollowResponse;
import dev.tributary.runtime.feed.FeedReader;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.StreamObserver;

/** The feed as a stream. */
public final class FeedGrpcService extends FeedServiceGrpc.FeedServiceImplBase {
  private final String feedName;
  private final FeedReader reader;

  /**
   * The feed that the reader reads.
   *
   * @param feedName the name that its positions carry
   */
  public FeedGrpcService(String feedName, FeedReader reader) {
    this.feedName = feedName;
    this.reader = reader;
  }

  @Override
  public void follow(FollowRequest request, StreamObserver<FollowResponse> out) {
    Caller.current().require(Scope.FEED);
    reader.follow(Positions.decodeCursor(feedName, request.getCursor()), out, FeedProtos::toProto);
  }
}
