package dev.tributary.attribution.conversion;

import dev.tributary.attribution.promocode.OrderRef;
import dev.tributary.attribution.promocode.RecordedOrders;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** Purchases in the table conversion, as reservations of promo codes ask for them. */
public final class PurchaseStore implements RecordedOrders {
  /** The table of the database that the handles belong to. */
  public PurchaseStore() {}

  @Override
  public Set<OrderRef> recorded(Handle handle, String workspace, Collection<OrderRef> orders) {
    if (orders.isEmpty()) {
      return Set.of();
    }
    List<OrderRef> wanted = List.copyOf(orders);
    return new HashSet<>(
        handle
            .createQuery(
                """
                select t.storefront_id, t.order_id
                from unnest(:shards, :storefrontIds, :orderIds)
                  as wanted (shard, storefront_id, order_id)
                join conversion t
                  on t.shard = wanted.shard
                  and t.workspace = :workspace
                  and t.storefront_id = wanted.storefront_id
                  and t.conversion_type = :purchase
                  and t.order_id = wanted.order_id
                where not t.test""")
            .bindArray(
                "shards",
                Integer.class,
                wanted.stream().map(order -> shard(workspace, order)).toList())
            .bindArray(
                "storefrontIds", String.class, wanted.stream().map(OrderRef::storefrontId).toList())
            .bindArray("orderIds", String.class, wanted.stream().map(OrderRef::orderId).toList())
            .bind("workspace", workspace)
            .bind("purchase", ConversionType.PURCHASE.name())
            .map((row, context) -> order(row))
            .list());
  }

  @Override
  public Set<Buyer> withAnotherOrder(Handle handle, String workspace, Collection<Buyer> buyers) {
    if (buyers.isEmpty()) {
      return Set.of();
    }
    List<Buyer> wanted = List.copyOf(buyers);
    return new HashSet<>(
        handle
            .createQuery(
                """
                select wanted.storefront_id, wanted.order_id, wanted.customer_key
                from unnest(
                  cast(:storefrontIds as varchar array), cast(:orderIds as varchar array),
                  cast(:customers as bytea array))
                  as wanted (storefront_id, order_id, customer_key)
                where exists (
                  select 1 from conversion t
                  where t.workspace = :workspace
                    and t.customer_key = wanted.customer_key
                    and t.storefront_id = wanted.storefront_id
                    and t.conversion_type = :purchase
                    and t.order_id <> wanted.order_id
                    and not t.test)""")
            .bindArray(
                "storefrontIds",
                String.class,
                wanted.stream().map(buyer -> buyer.order().storefrontId()).toList())
            .bindArray(
                "orderIds",
                String.class,
                wanted.stream().map(buyer -> buyer.order().orderId()).toList())
            .bind("customers", keys(wanted))
            .bind("workspace", workspace)
            .bind("purchase", ConversionType.PURCHASE.name())
            .map(
                (row, context) ->
                    new Buyer(order(row), new PersonKey(row.getBytes("customer_key"))))
            .list());
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
