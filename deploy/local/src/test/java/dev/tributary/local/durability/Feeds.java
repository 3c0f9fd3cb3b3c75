package dev.tributary.local.durability;

import dev.tributary.attribution.v1.ConversionFact;
import dev.tributary.attribution.v1.FeedEntry;
import dev.tributary.attribution.v1.FollowRequest;
import dev.tributary.attribution.v1.FollowResponse;
import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of the facts in the two feeds, each as often as it stands there. */
final class Feeds {
  private Feeds() {}

  /** Touches and conversions; a refund is a later revision of its order, which counts once. */
  static Content attribution(ManagedChannel channel) {
    FeedAudit.Read<FeedEntry> read =
        new FeedAudit<>(
                "attribution",
                FollowResponse::getEntriesList,
                FollowResponse::getNextCursor,
                FollowResponse::getHeadPosition,
                FeedEntry::getShard,
                FeedEntry::getSequence)
            .read(
                dev.tributary.attribution.v1.FeedServiceGrpc.newBlockingStub(channel)
                    .follow(FollowRequest.getDefaultInstance()));
    List<String> ids = new ArrayList<>();
    Map<String, Integer> revisions = new HashMap<>();
    for (FeedEntry entry : read.entries()) {
      if (entry.hasTouch()) {
        ids.add(Ids.touch(entry.getTouch().getTouchId()));
      } else if (entry.hasConversion() && isFirst(entry.getConversion(), revisions)) {
        ids.add(Ids.conversion(entry.getConversion().getOrderId()));
      }
    }
    return new Content(ids, read.end().encode());
  }

  /** Observations. */
  static Content ingestion(ManagedChannel channel) {
    FeedAudit.Read<dev.tributary.ingestion.v1.FeedEntry> read =
        new FeedAudit<>(
                "ingestion",
                dev.tributary.ingestion.v1.FollowResponse::getEntriesList,
                dev.tributary.ingestion.v1.FollowResponse::getNextCursor,
                dev.tributary.ingestion.v1.FollowResponse::getHeadPosition,
                dev.tributary.ingestion.v1.FeedEntry::getShard,
                dev.tributary.ingestion.v1.FeedEntry::getSequence)
            .read(
                dev.tributary.ingestion.v1.FeedServiceGrpc.newBlockingStub(channel)
                    .follow(dev.tributary.ingestion.v1.FollowRequest.getDefaultInstance()));
    List<String> ids =
        read.entries().stream()
            .filter(dev.tributary.ingestion.v1.FeedEntry::hasObservation)
            .map(entry -> Ids.observation(entry.getObservation().getObservationId()))
            .toList();
    return new Content(ids, read.end().encode());
  }

  /** Whether an order is new; each later entry of it must have a higher revision. */
  private static boolean isFirst(ConversionFact fact, Map<String, Integer> revisions) {
    int revision = fact.getAttribution().getRevision();
    Integer before = revisions.put(fact.getOrderId(), revision);
    if (before != null && before >= revision) {
      throw new AssertionError(
          "order %s: revision %d after %d".formatted(fact.getOrderId(), revision, before));
    }
    return before == null;
  }

  /**
   * What a feed holds.
   *
   * @param ids of the facts, one for each time that a fact stands there
   * @param position of the end
   */
  record Content(List<String> ids, String position) {}
}
