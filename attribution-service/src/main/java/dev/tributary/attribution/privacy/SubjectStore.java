package dev.tributary.attribution.privacy;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.KeyColumns;
import dev.tributary.attribution.privacy.Receipt.Books;
import dev.tributary.attribution.privacy.Receipt.Total;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** Orders and visitors of somebody who is to be forgotten. */
final class SubjectStore {
  /** The column of conversion that has a kind of name; no order has an e-mail address. */
  private static final Map<PersonKind, String> COLUMNS =
      Map.of(PersonKind.VISITOR, "visitor_key", PersonKind.CUSTOMER, "customer_key");

  private final KeyColumns keys = new KeyColumns();

  /** The orders that name somebody by one of these keys. */
  Set<ConversionKey> orders(Handle handle, String workspace, Map<PersonKind, List<PersonKey>> who) {
    Set<ConversionKey> orders = new LinkedHashSet<>();
    who.forEach(
        (kind, persons) -> {
          String column = COLUMNS.get(kind);
          if (column != null && !persons.isEmpty()) {
            orders.addAll(
                handle
                    .createQuery(
                        """
                        select c.storefront_id, c.conversion_type, c.order_id
                        from unnest(cast(:persons as bytea array)) as w (person_key)
                        join conversion c on c.workspace = :workspace and c.%s = w.person_key"""
                            .formatted(column))
                    .bind("workspace", workspace)
                    .bind("persons", array(persons))
                    .map(keys)
                    .list());
          }
        });
    return orders;
  }

  /** What was posted for orders, ordered by currency. */
  Books books(Handle handle, String workspace, Collection<ConversionKey> orders) {
    Map<String, Total> totals = new TreeMap<>();
    if (!orders.isEmpty()) {
      keys.rowsOf(
              handle,
              workspace,
              orders,
              "c.currency_code, t.amount_minor, t.source",
              "posting",
              """
              join conversion c
                on c.shard = t.shard and c.workspace = t.workspace
                and c.storefront_id = t.storefront_id and c.conversion_type = t.conversion_type
                and c.order_id = t.order_id
              where c.currency_code <> ''""")
          .map(
              (row, context) -> {
                long minor = row.getLong("amount_minor");
                boolean isCredited = !row.getString("source").equals("UNATTRIBUTED");
                return new Total(row.getString("currency_code"), 1, minor, isCredited ? minor : 0);
              })
          .forEach(posting -> totals.merge(posting.currency(), posting, SubjectStore::sum));
    }
    return new Books(orders.size(), new ArrayList<>(totals.values()));
  }

  /** The visitors that were ever linked to a customer, by whether they were to no other. */
  Map<Boolean, List<PersonKey>> visitorsByWhetherOnlyOf(
      Handle handle, String workspace, PersonKey customer) {
    return handle
        .createQuery(
            """
            select distinct l.visitor_key,
              exists (
                select 1 from identity_link o
                where o.workspace = l.workspace and o.visitor_key = l.visitor_key
                  and o.customer_key <> l.customer_key) as is_shared
            from identity_link l
            where l.workspace = :workspace and l.customer_key = :customer""")
        .bind("workspace", workspace)
        .bind("customer", customer.bytes())
        .map(
            (row, context) ->
                Map.entry(!row.getBoolean("is_shared"), new PersonKey(row.getBytes("visitor_key"))))
        .list()
        .stream()
        .collect(
            Collectors.partitioningBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Total sum(Total one, Total other) {
    return new Total(
        one.currency(),
        one.postings() + other.postings(),
        Math.addExact(one.sumMinor(), other.sumMinor()),
        Math.addExact(one.creditedMinor(), other.creditedMinor()));
  }

  private static Argument array(List<PersonKey> persons) {
    Object[] values = persons.stream().map(PersonKey::bytes).toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", values));
  }
}
