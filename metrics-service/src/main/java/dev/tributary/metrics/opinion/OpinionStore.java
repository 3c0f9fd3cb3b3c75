package dev.tributary.metrics.opinion;

import dev.tributary.metrics.row.RowStore;
import dev.tributary.runtime.feed.FeedItem;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table of opinions; it only grows. */
public final class OpinionStore {
  /** The table of the database that the handle belongs to. */
  public OpinionStore() {}

  /** Keeps opinions. */
  public void add(Handle handle, List<FeedItem<Opinion>> items) {
    RowStore.insert(
        handle,
        """
        insert into opinion
          (shard, sequence, workspace, kind, platform, subject_id, observed_time, receive_time,
           provenance, system, payload)
        values
          (:shard, :sequence, :workspace, :kind, :platform, :subjectId, :source.observedTime,
           :recordTime, :source.provenance, :source.system, :payload)
        on conflict do nothing
        """,
        items);
  }
}
