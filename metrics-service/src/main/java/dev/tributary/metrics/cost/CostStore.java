package dev.tributary.metrics.cost;

import dev.tributary.metrics.row.RowStore;
import dev.tributary.runtime.feed.FeedItem;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table of costs. It only grows; who reads it takes the entry of an id received last. */
public final class CostStore {
  /** The table of the database that the handle belongs to. */
  public CostStore() {}

  /** Keeps costs as they were observed. */
  public void add(Handle handle, List<FeedItem<Cost>> items) {
    RowStore.insert(
        handle,
        """
        insert into cost_entry
          (workspace, cost_id, receive_time, shard, sequence, observed_time, provenance, system,
           collaboration_id, campaign_id, post_id, kind, state, currency, amount_minor)
        values
          (:workspace, :costId, :recordTime, :shard, :sequence, :source.observedTime,
           :source.provenance, :source.system, :collaborationId, :campaignId, :postId, :kind,
           :state, :currency, :amountMinor)
        on conflict do nothing
        """,
        items);
  }
}
