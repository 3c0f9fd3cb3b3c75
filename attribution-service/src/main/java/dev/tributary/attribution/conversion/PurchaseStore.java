package dev.tributary.attribution.conversion;

import dev.tributary.attribution.promocode.OrderRef;
import dev.tributary.attribution.promocode.RecordedOrders;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/**
 * Orders in the table conversion, as reservations of promo codes ask for them: an order is what is
 * recorded with its order id as a purchase, as the first payment of a subscription, or as both.
 */
public final class PurchaseStore implements RecordedOrders {
  private static final String ROW_OF_WANTED =
      """
      t.shard = wanted.shard
        and t.workspace = :workspace
        and t.storefront_id = wanted.storefront_id
        and t.conversion_type = wanted.conversion_type
        and t.order_id = wanted.order_id""";

  // Who pays for a subscription has ordered, whether its first payment is here or not.
  private static final String OTHER_OF_CUSTOMER =
      """
      o.workspace = :workspace
        and o.customer_key = wanted.customer_key
        and o.storefront_id = wanted.storefront_id
        and o.conversion_type in ('PURCHASE', 'SUBSCRIPTION_START', 'SUBSCRIPTION_RENEWAL')
        and o.order_id <> wanted.order_id
        and not o.test""";

  // A cancellation in another currency than the order's came before it and stays held.
  private static final String COUNTING =
      """
      select t.storefront_id, t.order_id, t.customer_key
      from unnest(
        cast(:shards as integer array), cast(:storefrontIds as varchar array),
        cast(:types as varchar array), cast(:orderIds as varchar array))
        as wanted (shard, storefront_id, conversion_type, order_id)
      join conversion t on %s
      where not t.test and t.payment_state <> '%s' and not exists (
        select 1 from refund u
        where %s and u.kind = '%s' and u.currency_code = t.currency_code)
      order by t.conversion_type"""
          .formatted(
              ROW_OF_WANTED, PaymentState.VOIDED.name(), KeyColumns.JOINED, RefundKind.CANCEL);

  private static final String BUYERS =
      """
      unnest(
        cast(:shards as integer array), cast(:storefrontIds as varchar array),
        cast(:types as varchar array), cast(:orderIds as varchar array),
        cast(:customers as bytea array))
        as wanted (shard, storefront_id, conversion_type, order_id, customer_key)""";

  private static final String WITH_ANOTHER =
      """
      select wanted.storefront_id, wanted.order_id, wanted.customer_key
      from %s
      where wanted.conversion_type = 'PURCHASE' and exists (select 1 from conversion o where %s)"""
          .formatted(BUYERS, OTHER_OF_CUSTOMER);

  // What is recorded of an order under several types happened when the first of it did.
  private static final String WITH_EARLIER =
      """
      select wanted.storefront_id, wanted.order_id, wanted.customer_key
      from (
        select wanted.storefront_id, wanted.order_id, wanted.customer_key,
          min(t.conversion_time) as order_time
        from %s
        join conversion t on %s
        group by wanted.storefront_id, wanted.order_id, wanted.customer_key
      ) wanted
      where exists (
        select 1 from conversion o
        where %s
          and (o.conversion_time, o.order_id) < (wanted.order_time, wanted.order_id))"""
          .formatted(BUYERS, ROW_OF_WANTED, OTHER_OF_CUSTOMER);

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
          .forEach(
              entry ->
                  counting.merge(
                      entry.getKey(),
                      entry.getValue(),
                      (purchase, start) -> purchase.isPresent() ? purchase : start));
    }
    return counting;
  }

  @Override
  public Set<Buyer> withAnotherOrder(Handle handle, String workspace, Collection<Buyer> buyers) {
    return buyers(handle, workspace, buyers, WITH_ANOTHER);
  }

  @Override
  public Set<Buyer> withEarlierOrder(Handle handle, String workspace, Collection<Buyer> buyers) {
    return buyers(handle, workspace, buyers, WITH_EARLIER);
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

  /** Binds the keys of orders, as many of each as there are types that use codes. */
  private static Query bind(Query query, String workspace, List<OrderRef> orders) {
    List<ConversionKey> keys =
        orders.stream().flatMap(order -> ConversionKey.usingCodes(order).stream()).toList();
    return query
        .bindArray("shards", Integer.class, keys.stream().map(key -> key.shard(workspace)).toList())
        .bindArray(
            "storefrontIds", String.class, keys.stream().map(ConversionKey::storefrontId).toList())
        .bindArray("types", String.class, keys.stream().map(key -> key.type().name()).toList())
        .bindArray("orderIds", String.class, keys.stream().map(ConversionKey::orderId).toList())
        .bind("workspace", workspace);
  }

  private static OrderRef order(ResultSet row) throws SQLException {
    return new OrderRef(row.getString("storefront_id"), row.getString("order_id"));
  }

  private static Argument keys(List<Buyer> buyers) {
    Object[] keys =
        buyers.stream()
            .flatMap(
                buyer ->
                    Collections.nCopies(ConversionType.USING_CODES.size(), buyer.customer().bytes())
                        .stream())
            .toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", keys));
  }
}
