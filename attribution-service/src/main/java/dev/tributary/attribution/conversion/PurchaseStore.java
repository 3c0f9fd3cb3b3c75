package dev.tributary.attribution.conversion;

import dev.tributary.attribution.promocode.OrderRef;
import dev.tributary.attribution.promocode.RecordedOrders;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/** Purchases in the table conversion, as reservations of promo codes ask for them. */
public final class PurchaseStore implements RecordedOrders {
  private static final String ROW_OF_WANTED =
      """
      t.shard = wanted.shard
        and t.workspace = :workspace
        and t.storefront_id = wanted.storefront_id
        and t.conversion_type = :purchase
        and t.order_id = wanted.order_id""";

  private static final String OTHER_OF_CUSTOMER =
      """
      o.workspace = :workspace
        and o.customer_key = wanted.customer_key
        and o.storefront_id = wanted.storefront_id
        and o.conversion_type = :purchase
        and o.order_id <> wanted.order_id
        and not o.test""";

  // A cancellation in another currency than the order's came before it and stays held.
  private static final String COUNTING =
      """
      select t.storefront_id, t.order_id, t.customer_key
      from unnest(
        cast(:shards as integer array), cast(:storefrontIds as varchar array),
        cast(:orderIds as varchar array)) as wanted (shard, storefront_id, order_id)
      join conversion t on %s
      where not t.test and t.payment_state <> '%s' and not exists (
        select 1 from refund u
        where %s and u.kind = '%s' and u.currency_code = t.currency_code)"""
          .formatted(
              ROW_OF_WANTED, PaymentState.VOIDED.name(), KeyColumns.JOINED, RefundKind.CANCEL);

  private static final String WITH_ANOTHER =
      """
      select wanted.storefront_id, wanted.order_id, wanted.customer_key
      from %s
      where exists (select 1 from conversion o where %s)""";

  private static final String WITH_EARLIER =
      """
      select wanted.storefront_id, wanted.order_id, wanted.customer_key
      from %s
      join conversion t on %s
      where exists (
        select 1 from conversion o
        where %s
          and (o.conversion_time, o.order_id) < (t.conversion_time, t.order_id))""";

  private static final String BUYERS =
      """
      unnest(
        cast(:shards as integer array), cast(:storefrontIds as varchar array),
        cast(:orderIds as varchar array), cast(:customers as bytea array))
        as wanted (shard, storefront_id, order_id, customer_key)""";

  /** The table of the database that the handles belong to. */
  public PurchaseStore() {}

  @Override
  public Map<OrderRef, Optional<PersonKey>> counting(
      Handle handle, String workspace, Collection<OrderRef> orders) {
    Map<OrderRef, Optional<PersonKey>> counting = new HashMap<>();
    if (!orders.isEmpty()) {
      bind(handle.createQuery(COUNTING), workspace, List.copyOf(orders))
          .map(
              (row, context) ->
                  Map.entry(
                      order(row),
                      Optional.ofNullable(row.getBytes("customer_key")).map(PersonKey::new)))
          .forEach(entry -> counting.put(entry.getKey(), entry.getValue()));
    }
    return counting;
  }

  @Override
  public Set<Buyer> withAnotherOrder(Handle handle, String workspace, Collection<Buyer> buyers) {
    return buyers(handle, workspace, buyers, WITH_ANOTHER.formatted(BUYERS, OTHER_OF_CUSTOMER));
  }

  @Override
  public Set<Buyer> withEarlierOrder(Handle handle, String workspace, Collection<Buyer> buyers) {
    return buyers(
        handle,
        workspace,
        buyers,
        WITH_EARLIER.formatted(BUYERS, ROW_OF_WANTED, OTHER_OF_CUSTOMER));
  }

  private static Set<Buyer> buyers(
      Handle handle, String workspace, Collection<Buyer> buyers, String sql) {
    if (buyers.isEmpty()) {
      return Set.of();
    }
    List<Buyer> wanted = List.copyOf(buyers);
    return new HashSet<>(
        bind(handle.createQuery(sql), workspace, wanted.stream().map(Buyer::order).toList())
            .bind("customers", keys(wanted))
            .map(
                (row, context) ->
                    new Buyer(order(row), new PersonKey(row.getBytes("customer_key"))))
            .list());
  }

  private static Query bind(Query query, String workspace, List<OrderRef> orders) {
    return query
        .bindArray(
            "shards", Integer.class, orders.stream().map(each -> shard(workspace, each)).toList())
        .bindArray(
            "storefrontIds", String.class, orders.stream().map(OrderRef::storefrontId).toList())
        .bindArray("orderIds", String.class, orders.stream().map(OrderRef::orderId).toList())
        .bind("workspace", workspace)
        .bind("purchase", ConversionType.PURCHASE.name());
  }

  private static int shard(String workspace, OrderRef order) {
    return new ConversionKey(order.storefrontId(), ConversionType.PURCHASE, order.orderId())
        .shard(workspace);
  }

  private static OrderRef order(ResultSet row) throws SQLException {
    return new OrderRef(row.getString("storefront_id"), row.getString("order_id"));
  }

  private static Argument keys(List<Buyer> buyers) {
    Object[] keys = buyers.stream().map(buyer -> buyer.customer().bytes()).toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", keys));
  }
}
