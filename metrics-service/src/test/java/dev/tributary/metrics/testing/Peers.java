package dev.tributary.metrics.testing;

import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.log.Positions;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** Ingestion and attribution as their followers see them: feed services to be put on a port. */
public final class Peers {
  private final FeedPeer<
          dev.tributary.ingestion.v1.FeedEntry, dev.tributary.ingestion.v1.FollowResponse>
      ingestion = new FeedPeer<>("ingestion", Peers::ingestionPage);
  private final FeedPeer<
          dev.tributary.attribution.v1.FeedEntry, dev.tributary.attribution.v1.FollowResponse>
      attribution = new FeedPeer<>("attribution", Peers::attributionPage);

  /** Writes to ingestion. */
  public Positions write(String key, dev.tributary.ingestion.v1.FeedEntry entry) {
    return ingestion.write(key, entry);
  }

  /** Writes to attribution. */
  public Positions write(String key, dev.tributary.attribution.v1.FeedEntry entry) {
    return attribution.write(key, entry);
  }

  /** Ingestion's feed service. */
  public dev.tributary.ingestion.v1.FeedServiceGrpc.FeedServiceImplBase ingestionService() {
    return new dev.tributary.ingestion.v1.FeedServiceGrpc.FeedServiceImplBase() {
      @Override
      public void follow(
          dev.tributary.ingestion.v1.FollowRequest request,
          StreamObserver<dev.tributary.ingestion.v1.FollowResponse> out) {
        ingestion.follow(request.getCursor(), out);
      }
    };
  }

  /** Attribution's feed service. */
  public dev.tributary.attribution.v1.FeedServiceGrpc.FeedServiceImplBase attributionService() {
    return new dev.tributary.attribution.v1.FeedServiceGrpc.FeedServiceImplBase() {
      @Override
      public void follow(
          dev.tributary.attribution.v1.FollowRequest request,
          StreamObserver<dev.tributary.attribution.v1.FollowResponse> out) {
        attribution.follow(request.getCursor(), out);
      }
    };
  }

  private static dev.tributary.ingestion.v1.FollowResponse ingestionPage(
      List<FeedItem<dev.tributary.ingestion.v1.FeedEntry>> items, Positions next) {
    return dev.tributary.ingestion.v1.FollowResponse.newBuilder()
        .setNextCursor(next.encode())
        .addAllEntries(
            items.stream()
                .map(
                    item ->
                        item.entry().toBuilder()
                            .setShard(item.shard())
                            .setSequence(item.sequence())
                            .setWorkspace(item.workspace())
                            .setRecordTime(ProtoTimes.toProto(item.recordTime()))
                            .build())
                .toList())
        .build();
  }

  private static dev.tributary.attribution.v1.FollowResponse attributionPage(
      List<FeedItem<dev.tributary.attribution.v1.FeedEntry>> items, Positions next) {
    return dev.tributary.attribution.v1.FollowResponse.newBuilder()
        .setNextCursor(next.encode())
        .addAllEntries(
            items.stream()
                .map(
                    item ->
                        item.entry().toBuilder()
                            .setShard(item.shard())
                            .setSequence(item.sequence())
                            .setWorkspace(item.workspace())
                            .setRecordTime(ProtoTimes.toProto(item.recordTime()))
                            .build())
                .toList())
        .build();
  }
}
