package dev.tributary.metrics.opinion;

import dev.tributary.metrics.row.RowStore;
import dev.tributary.runtime.feed.FeedItem;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of opinions; it only grows, and forgets persons. */
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

  /** The message of an opinion, if it is here. */
  Optional<byte[]> payload(Handle handle, String workspace, int shard, long sequence) {
    return handle
        .createQuery(
            """
            select payload from opinion
            where shard = :shard and sequence = :sequence and workspace = :workspace""")
        .bind("shard", shard)
        .bind("sequence", sequence)
        .bind("workspace", workspace)
        .mapTo(byte[].class)
        .findOne();
  }

  /** Puts another message in the place of an opinion's. */
  void overwrite(Handle handle, int shard, long sequence, byte[] payload) {
    handle
        .createUpdate(
            """
            update opinion set payload = :payload
            where shard = :shard and sequence = :sequence""")
        .bind("payload", payload)
        .bind("shard", shard)
        .bind("sequence", sequence)
        .execute();
  }
}
