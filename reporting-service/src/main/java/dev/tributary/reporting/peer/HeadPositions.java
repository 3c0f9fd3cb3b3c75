package dev.tributary.reporting.peer;

import io.grpc.Channel;
import java.util.List;

/**
 * Where both feeds stand now. A report passes these positions to the KPI engine, so that it
 * includes everything that was acknowledged when it was asked for.
 */
final class HeadPositions {
  private final HeadPosition ingestion;
  private final HeadPosition attribution;

  /**
   * Heads of both feeds.
   *
   * @param ingestionChannel calls with a credential of scope "feed"
   * @param attributionChannel likewise
   */
  HeadPositions(Channel ingestionChannel, Channel attributionChannel) {
    ingestion = new HeadPosition(cursor -> ingestionHead(ingestionChannel, cursor));
    attribution = new HeadPosition(cursor -> attributionHead(attributionChannel, cursor));
  }

  /** Both positions. */
  List<String> read() {
    return List.of(ingestion.read(), attribution.read());
  }

  private static String ingestionHead(Channel channel, String cursor) {
    var request = dev.tributary.ingestion.v1.FollowRequest.newBuilder().setCursor(cursor).build();
    return dev.tributary.ingestion.v1.FeedServiceGrpc.newBlockingStub(channel)
        .follow(request)
        .next()
        .getHeadPosition();
  }

  private static String attributionHead(Channel channel, String cursor) {
    var request = dev.tributary.attribution.v1.FollowRequest.newBuilder().setCursor(cursor).build();
    return dev.tributary.attribution.v1.FeedServiceGrpc.newBlockingStub(channel)
        .follow(request)
        .next()
        .getHeadPosition();
  }
}
