package dev.tributary.metrics.commission;

import dev.tributary.metrics.row.Newest;
import dev.tributary.metrics.row.RowStore;
import dev.tributary.runtime.feed.FeedItem;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table of commissions. The higher number wins, whenever it comes. */
public final class MovementStore {
  /** The table of the database that the handle belongs to. */
  public MovementStore() {}

  /** Writes what things have earned. */
  public void put(Handle handle, List<FeedItem<Movement>> items) {
    RowStore.replace(
        handle,
        """
        delete from commission_movement
        where workspace = :workspace and collaboration_id = :key.collaborationId
          and kind = :key.kind and storefront_id = :key.storefrontId
          and conversion_type = :key.conversionType and custom_type = :key.customType
          and order_id = :key.orderId and source_id = :key.sourceId
          and currency = :key.currency and movement_no < :movementNo
        """,
        """
        insert into commission_movement
          (workspace, collaboration_id, creator_id, campaign_id, kind, storefront_id,
           conversion_type, custom_type, order_id, source_id, currency, movement_no, total_minor,
           effective_time)
        values
          (:workspace, :key.collaborationId, :creatorId, :campaignId, :key.kind,
           :key.storefrontId, :key.conversionType, :key.customType, :key.orderId, :key.sourceId,
           :key.currency, :movementNo, :totalMinor, :effectiveTime)
        on conflict do nothing
        """,
        Newest.of(
            items, Movement::key, Comparator.comparingInt(item -> item.entry().movementNo())));
  }
}
