package dev.tributary.metrics.feed;

import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.feed.FeedPage;
import dev.tributary.runtime.log.Positions;

/** Pages of the two feeds as the follower wants them; entries stay what the other service sent. */
public final class FeedProtos {
  private FeedProtos() {}

  /** A page of ingestion's feed. */
  public static FeedPage<dev.tributary.ingestion.v1.FeedEntry> ingestionPage(
      dev.tributary.ingestion.v1.FollowResponse response) {
    return new FeedPage<>(
        response.getEntriesList().stream()
            .map(
                entry ->
                    new FeedItem<>(
                        entry.getShard(),
                        entry.getSequence(),
                        entry.getWorkspace(),
                        ProtoTimes.toInstant(entry.getRecordTime()),
                        entry))
            .toList(),
        Positions.decode(response.getNextCursor()));
  }

  /** A page of attribution's feed. */
  public static FeedPage<dev.tributary.attribution.v1.FeedEntry> attributionPage(
      dev.tributary.attribution.v1.FollowResponse response) {
    return new FeedPage<>(
        response.getEntriesList().stream()
            .map(
                entry ->
                    new FeedItem<>(
                        entry.getShard(),
                        entry.getSequence(),
                        entry.getWorkspace(),
                        ProtoTimes.toInstant(entry.getRecordTime()),
                        entry))
            .toList(),
        Positions.decode(response.getNextCursor()));
  }
}
