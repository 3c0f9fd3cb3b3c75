package dev.tributary.ingestion.feed;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.ErasureFact;
import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.ingestion.v1.FollowResponse;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.feed.FeedPage;
import dev.tributary.runtime.feed.StoredEntry;

/** Pages of the log as followers get them. */
final class FeedProtos {
  private FeedProtos() {}

  static FollowResponse response(FeedPage<StoredEntry> page) {
    return FollowResponse.newBuilder()
        .addAllEntries(page.items().stream().map(FeedProtos::entry).toList())
        .setNextCursor(page.next().encode())
        .setHeadPosition(page.head().encode())
        .build();
  }

  private static FeedEntry entry(FeedItem<StoredEntry> item) {
    FeedEntry.Builder entry =
        FeedEntry.newBuilder()
            .setShard(item.shard())
            .setSequence(item.sequence())
            .setWorkspace(item.workspace())
            .setRecordTime(ProtoTimes.toProto(item.recordTime()));
    try {
      return withChange(entry, item.entry().kind(), item.entry().payload()).build();
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException(
          "shard %d, sequence %d: cannot be read".formatted(item.shard(), item.sequence()),
          damaged);
    }
  }

  private static FeedEntry.Builder withChange(FeedEntry.Builder entry, String kind, byte[] payload)
      throws InvalidProtocolBufferException {
    return switch (kind) {
      case "campaign" -> entry.setCampaign(Campaign.parseFrom(payload));
      case "creator" -> entry.setCreator(Creator.parseFrom(payload));
      case "collaboration" -> entry.setCollaboration(Collaboration.parseFrom(payload));
      case "post" -> entry.setPost(Post.parseFrom(payload));
      case "observation" -> entry.setObservation(Observation.parseFrom(payload));
      case "erased" -> entry.setErased(ErasureFact.parseFrom(payload));
      // Written by a newer version of this service; a reader counts it as unknown, and has no gap.
      default -> entry;
    };
  }
}
