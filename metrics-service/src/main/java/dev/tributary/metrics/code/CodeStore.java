package dev.tributary.metrics.code;

import dev.tributary.metrics.row.Newest;
import dev.tributary.metrics.row.RowStore;
import dev.tributary.runtime.feed.FeedItem;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table of promo codes. The higher version of a code wins, whenever it comes. */
public final class CodeStore {
  /** The table of the database that the handle belongs to. */
  public CodeStore() {}

  /** Writes codes. */
  public void put(Handle handle, List<FeedItem<PromoCode>> items) {
    RowStore.replace(
        handle,
        """
        delete from promo_code
        where workspace = :workspace and code_id = :codeId and version < :version
        """,
        """
        insert into promo_code
          (workspace, code_id, version, collaboration_id, creator_id, campaign_id, start_time,
           end_time, disabled)
        values
          (:workspace, :codeId, :version, :collaborationId, :creatorId, :campaignId, :startTime,
           :endTime, :disabled)
        on conflict do nothing
        """,
        Newest.of(
            items, PromoCode::codeId, Comparator.comparingLong(item -> item.entry().version())));
  }
}
