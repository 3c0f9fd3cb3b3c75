package dev.tributary.metrics.observation;

import dev.tributary.metrics.row.RowStore;
import dev.tributary.runtime.feed.FeedItem;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The tables of snapshots; they only grow. */
public final class SnapshotStore {
  /** The tables of the database that the handle belongs to. */
  public SnapshotStore() {}

  /** Keeps snapshots of posts. */
  public void addPostSnapshots(Handle handle, List<FeedItem<PostSnapshot>> items) {
    RowStore.insert(
        handle,
        """
        insert into post_snapshot
          (workspace, post_id, observed_time, shard, sequence, receive_time, provenance, system,
           span, counted_day, counted_day_zone, metrics, counts, absences)
        values
          (:workspace, :postId, :source.observedTime, :shard, :sequence, :recordTime,
           :source.provenance, :source.system, :span, :countedDay, :countedDayZone,
           :counters.metrics, :counters.counts, :counters.absences)
        on conflict do nothing
        """,
        items);
  }

  /** Keeps snapshots of accounts. */
  public void addAccountSnapshots(Handle handle, List<FeedItem<AccountSnapshot>> items) {
    RowStore.insert(
        handle,
        """
        insert into account_snapshot
          (workspace, platform, handle, observed_time, shard, sequence, receive_time, provenance,
           system, metrics, counts, absences)
        values
          (:workspace, :account.platform, :account.handle, :source.observedTime, :shard, :sequence,
           :recordTime, :source.provenance, :source.system, :counters.metrics, :counters.counts,
           :counters.absences)
        on conflict do nothing
        """,
        items);
  }
}
