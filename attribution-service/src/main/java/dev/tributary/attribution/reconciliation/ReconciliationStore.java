package dev.tributary.attribution.reconciliation;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.KeyColumns;
import dev.tributary.attribution.promocode.CodeKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Orders as reconciling needs them, over conversion, posting and refund. */
final class ReconciliationStore {
  private final KeyColumns keys = new KeyColumns();
  private final OrderRowMapper mapper = new OrderRowMapper();

  /** The purchases with these keys, by order id; unknown ones are missing. */
  Map<String, OrderRow> byKeys(Handle handle, String workspace, List<ConversionKey> wanted) {
    Map<String, OrderRow> rows = new HashMap<>();
    keys.rowsOf(handle, workspace, wanted, OrderRowMapper.COLUMNS, "conversion", "")
        .map(mapper)
        .forEach(row -> rows.put(row.orderId(), row));
    return rows;
  }

  /** Purchases inside the range of time, ordered by time and id, after one of them. */
  List<OrderRow> page(
      Handle handle, String workspace, Terms terms, Instant afterTime, String afterId, int limit) {
    return handle
        .createQuery(
            """
            select t.order_id, %s from conversion t
            where t.workspace = :workspace and t.storefront_id = :storefrontId
              and t.conversion_type = 'PURCHASE'
              and t.conversion_time >= :start and t.conversion_time < :end
              and (t.conversion_time, t.order_id) > (:afterTime, :afterId)
            order by t.conversion_time, t.order_id limit :limit"""
                .formatted(OrderRowMapper.COLUMNS))
        .bind("workspace", workspace)
        .bind("storefrontId", terms.storefrontId())
        .bind("start", terms.range().start())
        .bind("end", terms.range().end())
        .bind("afterTime", afterTime)
        .bind("afterId", afterId)
        .bind("limit", limit)
        .map(mapper)
        .list();
  }

  /** What is credited to which code for each of these orders, after refunds. */
  Map<String, List<CodeCredit>> credits(
      Handle handle, String workspace, List<ConversionKey> wanted) {
    Map<String, List<CodeCredit>> credits = new HashMap<>();
    if (wanted.isEmpty()) {
      return credits;
    }
    keys.rowsOf(
            handle,
            workspace,
            wanted,
            """
            coalesce(c.code, '') as code,
              sum(t.amount_minor) as net""",
            "posting",
            """
            left join promo_code c on c.workspace = t.workspace and c.code_id = t.code_id
            group by t.storefront_id, t.conversion_type, t.order_id, c.code
            order by t.order_id, c.code""")
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("order_id"),
                    new CodeCredit(
                        CodeKey.of(row.getString("code")),
                        row.getString("code"),
                        row.getLong("net"))))
        .forEach(
            credit ->
                credits
                    .computeIfAbsent(credit.getKey(), orderId -> new ArrayList<>())
                    .add(credit.getValue()));
    return credits;
  }

  /** What refunds of each of these orders say, added up; orders without one are missing. */
  Map<String, RefundSums> refunds(Handle handle, String workspace, List<ConversionKey> wanted) {
    Map<String, RefundSums> refunds = new HashMap<>();
    keys.rowsOf(
            handle,
            workspace,
            wanted,
            """
            sum(case when t.kind = 'CANCEL' then 1 else 0 end) as cancellations,
              sum(coalesce(t.items_minor, 0)) - sum(coalesce(t.discount_minor, 0)) as base,
              sum(coalesce(t.tax_minor, 0)) as tax, sum(coalesce(t.shipping_minor, 0)) as shipping,
              sum(coalesce(t.tip_minor, 0)) as tip""",
            "refund",
            """
            where not exists (
              select 1 from refund r
              where r.shard = t.shard and r.workspace = t.workspace
                and r.storefront_id = t.storefront_id and r.conversion_type = t.conversion_type
                and r.order_id = t.order_id and r.reversed_refund_id = t.refund_id)
            group by t.storefront_id, t.conversion_type, t.order_id""")
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("order_id"),
                    new RefundSums(
                        row.getLong("cancellations") > 0,
                        row.getLong("base"),
                        new Extras(
                            row.getLong("tax"), row.getLong("shipping"), row.getLong("tip")))))
        .forEach(refund -> refunds.put(refund.getKey(), refund.getValue()));
    return refunds;
  }
}
