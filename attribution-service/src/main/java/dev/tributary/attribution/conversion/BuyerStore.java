package dev.tributary.attribution.conversion;

import dev.tributary.attribution.conversion.NewCustomers.Buyer;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** Orders in the table conversion by who placed them. */
final class BuyerStore {
  /** When each buyer first ordered; those who never did are missing. */
  Map<Buyer, Instant> earliestOrders(Handle handle, String workspace, List<Buyer> buyers) {
    Map<Buyer, Instant> earliest = new HashMap<>();
    handle
        .createQuery(
            """
            select wanted.storefront_id, wanted.customer_key, (
                select min(t.conversion_time) from conversion t
                where t.workspace = :workspace
                  and t.customer_key = wanted.customer_key
                  and t.storefront_id = wanted.storefront_id
                  and t.currency_code <> '' and not t.test and t.payment_state <> 'VOIDED'
              ) as earliest
            from unnest(
              cast(:storefrontIds as varchar array), cast(:customers as bytea array))
              as wanted (storefront_id, customer_key)""")
        .bindArray("storefrontIds", String.class, buyers.stream().map(Buyer::storefrontId).toList())
        .bind("customers", keys(buyers))
        .bind("workspace", workspace)
        .map(
            (row, context) ->
                Map.entry(
                    new Buyer(
                        row.getString("storefront_id"),
                        new PersonKey(row.getBytes("customer_key"))),
                    Columns.optionalTime(row, "earliest")))
        .forEach(entry -> entry.getValue().ifPresent(time -> earliest.put(entry.getKey(), time)));
    return earliest;
  }

  private static Argument keys(List<Buyer> buyers) {
    Object[] keys = buyers.stream().map(buyer -> buyer.customer().bytes()).toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", keys));
  }
}
