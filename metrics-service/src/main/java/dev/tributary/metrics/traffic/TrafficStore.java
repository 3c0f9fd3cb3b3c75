package dev.tributary.metrics.traffic;

import dev.tributary.metrics.row.Newest;
import dev.tributary.metrics.row.RowStore;
import dev.tributary.runtime.feed.FeedItem;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table of web traffic. Of an interval and system the traffic received last counts. */
public final class TrafficStore {
  /** The table of the database that the handle belongs to. */
  public TrafficStore() {}

  /** Writes traffic. */
  public void put(Handle handle, List<FeedItem<WebTraffic>> items) {
    RowStore.replace(
        handle,
        """
        delete from web_traffic
        where workspace = :workspace and collaboration_id = :collaborationId
          and campaign_id = :campaignId and start_time = :startTime and end_time = :endTime
          and system = :source.system
          and (receive_time, shard, sequence) < (:recordTime, :shard, :sequence)
        """,
        """
        insert into web_traffic
          (workspace, collaboration_id, campaign_id, start_time, end_time, system, receive_time,
           shard, sequence, provenance, sessions, engaged_sessions, users, new_users)
        values
          (:workspace, :collaborationId, :campaignId, :startTime, :endTime, :source.system,
           :recordTime, :shard, :sequence, :source.provenance, :sessions, :engagedSessions, :users,
           :newUsers)
        on conflict do nothing
        """,
        Newest.of(items, TrafficStore::key, Newest.received()));
  }

  private static List<Object> key(WebTraffic traffic) {
    return List.of(
        traffic.collaborationId(),
        traffic.campaignId(),
        traffic.startTime(),
        traffic.endTime(),
        traffic.source().system());
  }
}
