package dev.tributary.metrics.click;

import dev.tributary.metrics.row.RowStore;
import dev.tributary.runtime.feed.FeedItem;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The tables of links and touches; both only grow. */
public final class ClickStore {
  /** The tables of the database that the handle belongs to. */
  public ClickStore() {}

  /** Adds links. */
  public void addLinks(Handle handle, List<FeedItem<Link>> items) {
    RowStore.insert(
        handle,
        """
        insert into link (workspace, link_id, collaboration_id, creator_id, campaign_id)
        values (:workspace, :linkId, :collaborationId, :creatorId, :campaignId)
        on conflict do nothing
        """,
        items);
  }

  /** Adds touches. */
  public void addTouches(Handle handle, List<FeedItem<Touch>> items) {
    RowStore.insert(
        handle,
        """
        insert into touch
          (shard, sequence, workspace, touch_type, validity, test, link_id, event_time,
           event_quarter_hour)
        values
          (:shard, :sequence, :workspace, :touchType, :validity, :test, :linkId, :eventTime,
           :eventQuarterHour)
        on conflict do nothing
        """,
        items);
  }
}
