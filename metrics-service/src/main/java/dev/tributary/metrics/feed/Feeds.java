package dev.tributary.metrics.feed;

import dev.tributary.runtime.feed.FeedSource;
import dev.tributary.runtime.feed.StubSource;
import dev.tributary.runtime.log.Positions;
import io.grpc.Channel;

/** The feeds that this service is built from. */
public final class Feeds {
  /** Name of ingestion's feed in positions. */
  public static final String INGESTION = "ingestion";

  /** Name of attribution's feed in positions. */
  public static final String ATTRIBUTION = "attribution";

  private final Channel ingestion;
  private final Channel attribution;

  /** Feeds behind these channels, which carry a credential of scope feed where one is needed. */
  public Feeds(Channel ingestion, Channel attribution) {
    this.ingestion = ingestion;
    this.attribution = attribution;
  }

  /** Catalogue and observations. */
  public FeedSource<dev.tributary.ingestion.v1.FeedEntry> ingestion() {
    var stub = dev.tributary.ingestion.v1.FeedServiceGrpc.newStub(ingestion);
    var request = dev.tributary.ingestion.v1.FollowRequest.newBuilder();
    return new StubSource<
        dev.tributary.ingestion.v1.FollowResponse, dev.tributary.ingestion.v1.FeedEntry>(
        (cursor, out) -> stub.follow(request.clone().setCursor(token(cursor)).build(), out),
        FeedProtos::ingestionPage);
  }

  /** Codes, links, touches and conversions. */
  public FeedSource<dev.tributary.attribution.v1.FeedEntry> attribution() {
    var stub = dev.tributary.attribution.v1.FeedServiceGrpc.newStub(attribution);
    var request = dev.tributary.attribution.v1.FollowRequest.newBuilder();
    return new StubSource<
        dev.tributary.attribution.v1.FollowResponse, dev.tributary.attribution.v1.FeedEntry>(
        (cursor, out) -> stub.follow(request.clone().setCursor(token(cursor)).build(), out),
        FeedProtos::attributionPage);
  }

  /** The contract wants nothing for the beginning. */
  private static String token(Positions cursor) {
    return cursor.sequences().isEmpty() ? "" : cursor.encode();
  }
}
