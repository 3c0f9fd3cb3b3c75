package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.ConversionType;
import dev.tributary.attribution.conversion.KeyColumns;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads sales of collaborations from the ledger. */
final class SaleStore {
  private static final String SUMS =
      """
      sum(case when %1$s.refund_id = '' then %1$s.amount_minor else 0 end) as earned_minor,
      sum(case when %1$s.refund_id = '' then 0 else -%1$s.amount_minor end) as refunded_minor,
      sum(case when %1$s.refund_id = '' then %1$s.conversion_millionths else 0 end)
        as earned_millionths,
      sum(%1$s.conversion_millionths) as net_millionths,
      max(%1$s.effective_time) as last_posting""";

  private static final String OF_CONVERSION =
      "c.conversion_time, c.currency_code, c.payment_state, c.hold_state";

  private final KeyColumns keys = new KeyColumns();

  /** The sales of collaborations at a cut, tests left out. */
  List<OwnedSale> ofCollaborations(
      Handle handle, String workspace, Collection<String> collaborationIds, Cut cut) {
    return handle
        .createQuery(
            """
            select p.collaboration_id, p.storefront_id, p.conversion_type, p.order_id,
              %s, %s
            from posting p
            join unnest(cast(:shards as integer array), cast(:sequences as bigint array))
              as cut (shard, sequence)
              on cut.shard = p.shard and p.sequence <= cut.sequence
            join conversion c
              on c.shard = p.shard and c.workspace = p.workspace
              and c.storefront_id = p.storefront_id and c.conversion_type = p.conversion_type
              and c.order_id = p.order_id
            where p.workspace = :workspace and p.collaboration_id = any(:collaborationIds)
              and p.effective_time < :end and not c.test
            group by p.collaboration_id, p.storefront_id, p.conversion_type, p.order_id, %s"""
                .formatted(OF_CONVERSION, SUMS.formatted("p"), OF_CONVERSION))
        .bind("workspace", workspace)
        .bindArray("collaborationIds", String.class, collaborationIds)
        .bindArray("shards", Integer.class, cut.sequences().keySet())
        .bindArray("sequences", Long.class, cut.sequences().values())
        .bind("end", cut.end())
        .map((row, context) -> sale(row, keys.map(row, context)))
        .list();
  }

  /** What every collaboration has of some conversions, tests left out. */
  List<OwnedSale> ofConversions(Handle handle, String workspace, Collection<ConversionKey> wanted) {
    return keys.rowsOf(
            handle,
            workspace,
            wanted,
            "t.collaboration_id, %s, %s".formatted(OF_CONVERSION, SUMS.formatted("t")),
            "posting",
            """
            join conversion c
              on c.shard = t.shard and c.workspace = t.workspace
              and c.storefront_id = t.storefront_id and c.conversion_type = t.conversion_type
              and c.order_id = t.order_id
            where t.collaboration_id is not null and not c.test
            group by t.collaboration_id, t.storefront_id, t.conversion_type, t.order_id, %s"""
                .formatted(OF_CONVERSION))
        .map((row, context) -> sale(row, keys.map(row, context)))
        .list();
  }

  /** The how manyth purchase of its customer each of these is; those of nobody are missing. */
  Map<ConversionKey, Integer> purchaseNumbers(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    List<ConversionKey> purchases =
        wanted.stream().filter(key -> key.type().equals(ConversionType.PURCHASE)).toList();
    Map<ConversionKey, Integer> numbers = new HashMap<>();
    if (purchases.isEmpty()) {
      return numbers;
    }
    keys.rowsOf(
            handle,
            workspace,
            purchases,
            """
            (select count(*) from conversion d
              where d.workspace = t.workspace and d.customer_key = t.customer_key
                and d.conversion_type = t.conversion_type and not d.test
                and d.payment_state <> 'VOIDED'
                and (d.conversion_time, d.storefront_id, d.order_id)
                  < (t.conversion_time, t.storefront_id, t.order_id)) as purchases_before""",
            "conversion",
            "where t.customer_key is not null")
        .map((row, context) -> Map.entry(keys.map(row, context), row.getInt("purchases_before")))
        .forEach(entry -> numbers.put(entry.getKey(), entry.getValue() + 1));
    return numbers;
  }

  /** When the subscription of each of these renewals was first paid; those of none are missing. */
  Map<ConversionKey, Instant> firstPayments(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    List<ConversionKey> renewals =
        wanted.stream()
            .filter(key -> key.type().equals(ConversionType.SUBSCRIPTION_RENEWAL))
            .toList();
    Map<ConversionKey, Instant> firsts = new HashMap<>();
    if (renewals.isEmpty()) {
      return firsts;
    }
    keys.rowsOf(
            handle,
            workspace,
            renewals,
            """
            (select min(f.conversion_time) from conversion f
              where f.workspace = t.workspace and f.storefront_id = t.storefront_id
                and f.subscription_id = t.subscription_id and f.conversion_type = '%s'
                and not f.test) as first_payment"""
                .formatted(ConversionType.SUBSCRIPTION_START.name()),
            "conversion",
            "where t.subscription_id is not null")
        .map(
            (row, context) ->
                Map.entry(keys.map(row, context), Columns.optionalTime(row, "first_payment")))
        .forEach(entry -> entry.getValue().ifPresent(time -> firsts.put(entry.getKey(), time)));
    return firsts;
  }

  /** Time of a conversion that a collaboration was credited for within a range of times, if any. */
  Optional<Instant> anyConversionTime(
      Handle handle, String workspace, String collaborationId, Instant from, Instant to) {
    return handle
        .createQuery(
            """
            select c.conversion_time
            from posting p
            join conversion c
              on c.shard = p.shard and c.workspace = p.workspace
              and c.storefront_id = p.storefront_id and c.conversion_type = p.conversion_type
              and c.order_id = p.order_id
            where p.workspace = :workspace and p.collaboration_id = :collaborationId
              and p.effective_time >= :from and c.conversion_time >= :from
              and c.conversion_time < :to and not c.test
            order by c.conversion_time limit 1""")
        .bind("workspace", workspace)
        .bind("collaborationId", collaborationId)
        .bind("from", from)
        .bind("to", to)
        .map((row, context) -> Columns.time(row, "conversion_time"))
        .findOne();
  }

  private static OwnedSale sale(ResultSet row, ConversionKey key) throws SQLException {
    Instant time = Columns.time(row, "conversion_time");
    return new OwnedSale(
        row.getString("collaboration_id"),
        new Sale(
            key,
            time,
            time,
            row.getString("currency_code"),
            1,
            row.getLong("earned_minor"),
            row.getLong("refunded_minor"),
            row.getLong("earned_millionths"),
            row.getLong("net_millionths"),
            Columns.time(row, "last_posting"),
            standing(row.getString("hold_state"), row.getString("payment_state"))));
  }

  private static Sale.Standing standing(@Nullable String holdState, String paymentState) {
    if ("HELD".equals(holdState)) {
      return Sale.Standing.HELD;
    }
    if ("REJECTED".equals(holdState)) {
      return Sale.Standing.REJECTED;
    }
    return paymentState.equals("PENDING") ? Sale.Standing.UNPAID : Sale.Standing.CLEAR;
  }

  /**
   * A sale of a collaboration.
   *
   * @param collaborationId the collaboration
   * @param sale what it has
   */
  record OwnedSale(String collaborationId, Sale sale) {}
}
