package dev.tributary.attribution.conversion;

import dev.tributary.runtime.database.Columns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Refunds that may be held, in the table refund. */
final class HeldRefundStore {
  private static final String OF_ORDER =
      """
      c.shard = t.shard and c.workspace = t.workspace and c.storefront_id = t.storefront_id
      and c.conversion_type = t.conversion_type and c.order_id = t.order_id""";

  private final KeyColumns keys = new KeyColumns();

  /**
   * Those of orders that are not there, of orders with an excess or with a change that does not
   * fit, and every reversal.
   */
  List<RefundPlace> suspects(
      Handle handle, String workspace, HeldFilter filter, Optional<RefundPlace> after, int limit) {
    StringBuilder clauses = new StringBuilder();
    Map<String, Object> values = new TreeMap<>();
    filter
        .storefrontId()
        .ifPresent(
            id -> {
              clauses.append(" and t.storefront_id = :storefrontId");
              values.put("storefrontId", id);
            });
    filter
        .timeRange()
        .ifPresent(
            range -> {
              clauses.append(" and t.refund_time >= :start and t.refund_time < :end");
              values.put("start", range.start());
              values.put("end", range.end());
            });
    after.ifPresent(place -> addAfter(clauses, values, place));
    var query =
        handle.createQuery(
            """
            select t.storefront_id, t.conversion_type, t.order_id, t.refund_id, t.refund_time
            from refund t left join conversion c on %1$s
            where t.workspace = :workspace
              and (c.order_id is null or c.excess_minor > 0 or t.kind = :reversal or exists (
                select 1 from conversion_note n
                where %2$s and n.kind = :misfit))%3$s
            order by t.refund_time, t.storefront_id, t.conversion_type, t.order_id, t.refund_id
            limit :limit"""
                .formatted(OF_ORDER, OF_ORDER.replace("c.", "n."), clauses));
    values.forEach(query::bind);
    return query
        .bind("workspace", workspace)
        .bind("reversal", RefundKind.REVERSAL.name())
        .bind("misfit", NoteKind.HELD_DOES_NOT_FIT.name())
        .bind("limit", limit)
        .map(
            (row, context) ->
                new RefundPlace(
                    Columns.time(row, "refund_time"),
                    keys.map(row, context),
                    row.getString("refund_id")))
        .list();
  }

  private static void addAfter(
      StringBuilder clauses, Map<String, Object> values, RefundPlace place) {
    clauses.append(
        """

          and (t.refund_time, t.storefront_id, t.conversion_type, t.order_id, t.refund_id)
            > (:afterTime, :afterStorefrontId, :afterType, :afterOrderId, :afterRefundId)""");
    values.put("afterTime", place.time());
    values.put("afterStorefrontId", place.key().storefrontId());
    values.put("afterType", place.key().type().name());
    values.put("afterOrderId", place.key().orderId());
    values.put("afterRefundId", place.refundId());
  }
}
