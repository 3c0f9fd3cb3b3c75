package dev.tributary.metrics.query;

import dev.tributary.metrics.v1.WatchCampaignResponse;
import dev.tributary.metrics.watch.Watched;
import dev.tributary.runtime.feed.Freshness;

/** A campaign that somebody watches. It can only have changed when more of a feed was applied. */
final class WatchedCampaign implements Watched<WatchCampaignResponse> {
  private final WatchQuestion asked;
  private final ProgressQueries queries;
  private final Freshness freshness;

  WatchedCampaign(WatchQuestion asked, ProgressQueries queries, Freshness freshness) {
    this.asked = asked;
    this.queries = queries;
    this.freshness = freshness;
  }

  @Override
  public Object state() {
    return freshness.applied();
  }

  @Override
  public WatchCampaignResponse message() {
    return WatchProtos.toProto(queries.progress(asked));
  }

  @Override
  public boolean isSame(WatchCampaignResponse before, WatchCampaignResponse now) {
    return before.getProgress().equals(now.getProgress());
  }

  @Override
  public WatchCampaignResponse heartbeat() {
    return WatchCampaignResponse.newBuilder().addAllAsOf(freshness.asOf()).build();
  }
}
