package dev.tributary.attribution.promocode;

import dev.tributary.attribution.promocode.CodeBook.CurrencyTally;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables code_counter and code_customer_counter. */
final class CodeCounterStore {
  private static final BulkInsert<CustomerRow> INSERT =
      new BulkInsert<>(
          "code_customer_counter",
          "shard, workspace, code_id, customer_key, used, held",
          (customer, row) ->
              row.integer(customer.shard())
                  .text(customer.workspace())
                  .text(customer.codeId())
                  .bytes(customer.customer().bytes())
                  .bigint(customer.uses().used())
                  .bigint(customer.uses().held()));

  /** The counters of each code, with those of its customers that are named. */
  Map<String, CodeBook> load(
      Handle handle,
      String workspace,
      Collection<String> codeIds,
      Collection<CodeCustomer> customers) {
    Map<String, CodeBook> books = new HashMap<>();
    codeIds.forEach(codeId -> books.put(codeId, new CodeBook()));
    loadTotals(handle, workspace, books);
    loadCustomers(handle, workspace, books, List.copyOf(customers));
    return books;
  }

  /** Writes the counters of codes that changed, by the codes' ids: few statements for all. */
  void save(Handle handle, String workspace, Map<String, CodeBook> books) {
    List<CurrencyRow> currencies = new ArrayList<>();
    List<CustomerRow> added = new ArrayList<>();
    List<CustomerRow> changed = new ArrayList<>();
    books.forEach(
        (codeId, book) -> {
          int shard = NewPromoCode.shard(workspace, codeId);
          book.forEachChangedCurrency(
              (isStored, currency, tally) ->
                  currencies.add(new CurrencyRow(shard, codeId, currency, tally, isStored)));
          book.forEachChangedCustomer(
              (isStored, customer, uses) ->
                  (isStored ? changed : added)
                      .add(new CustomerRow(shard, workspace, codeId, customer, uses)));
        });
    saveTotals(handle, workspace, currencies);
    INSERT.run(handle, added);
    update(handle, workspace, changed);
  }

  private static void loadTotals(Handle handle, String workspace, Map<String, CodeBook> books) {
    handle
        .createQuery(
            """
            select n.code_id, n.currency_code, n.used, n.held, n.used_minor, n.held_minor,
              n.over_limit
            from unnest(:shards, :codeIds) as wanted (shard, code_id)
            join code_counter n
              on n.shard = wanted.shard
              and n.workspace = :workspace
              and n.code_id = wanted.code_id""")
        .bindArray("shards", Integer.class, shards(workspace, books.keySet()))
        .bindArray("codeIds", String.class, List.copyOf(books.keySet()))
        .bind("workspace", workspace)
        .map((row, context) -> new CodeTotal(row.getString("code_id"), currency(row), tally(row)))
        .forEach(
            total ->
                books
                    .getOrDefault(total.codeId(), new CodeBook())
                    .load(total.currency(), total.tally()));
  }

  private static void loadCustomers(
      Handle handle, String workspace, Map<String, CodeBook> books, List<CodeCustomer> customers) {
    if (customers.isEmpty()) {
      return;
    }
    List<String> codeIds = customers.stream().map(CodeCustomer::codeId).toList();
    handle
        .createQuery(
            """
            select n.code_id, n.customer_key, n.used, n.held
            from unnest(
              cast(:shards as integer array), cast(:codeIds as varchar array),
              cast(:customers as bytea array))
              as wanted (shard, code_id, customer_key)
            join code_customer_counter n
              on n.shard = wanted.shard
              and n.workspace = :workspace
              and n.code_id = wanted.code_id
              and n.customer_key = wanted.customer_key""")
        .bindArray("shards", Integer.class, shards(workspace, codeIds))
        .bindArray("codeIds", String.class, codeIds)
        .bind("customers", keys(customers.stream().map(CodeCustomer::customer).toList()))
        .bind("workspace", workspace)
        .map(
            (row, context) ->
                Map.entry(
                    new CodeCustomer(
                        row.getString("code_id"), new PersonKey(row.getBytes("customer_key"))),
                    new Tally(row.getLong("used"), row.getLong("held"))))
        .forEach(
            uses ->
                books
                    .getOrDefault(uses.getKey().codeId(), new CodeBook())
                    .load(uses.getKey().customer(), uses.getValue()));
  }

  private static void saveTotals(Handle handle, String workspace, List<CurrencyRow> rows) {
    PreparedBatch added =
        handle.prepareBatch(
            """
            insert into code_counter (
              shard, workspace, code_id, currency_code, used, held, used_minor, held_minor,
              over_limit)
            values (
              :shard, :workspace, :codeId, :currencyCode, :used, :held, :usedMinor, :heldMinor,
              :overLimit)""");
    PreparedBatch changed =
        handle.prepareBatch(
            """
            update code_counter
            set used = :used, held = :held, used_minor = :usedMinor, held_minor = :heldMinor,
              over_limit = :overLimit
            where shard = :shard and workspace = :workspace and code_id = :codeId
              and currency_code = :currencyCode""");
    for (CurrencyRow row : rows) {
      (row.isStored() ? changed : added)
          .bind("shard", row.shard())
          .bind("workspace", workspace)
          .bind("codeId", row.codeId())
          .bind("currencyCode", row.currency())
          .bind("used", row.tally().uses().used())
          .bind("held", row.tally().uses().held())
          .bind("usedMinor", row.tally().minor().used())
          .bind("heldMinor", row.tally().minor().held())
          .bind("overLimit", row.tally().overLimit())
          .add();
    }
    if (added.size() > 0) {
      added.execute();
    }
    if (changed.size() > 0) {
      changed.execute();
    }
  }

  private static void update(Handle handle, String workspace, List<CustomerRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            update code_customer_counter
            set used = wanted.used, held = wanted.held
            from unnest(
              cast(:shards as integer array), cast(:codeIds as varchar array),
              cast(:customers as bytea array), cast(:used as bigint array),
              cast(:held as bigint array))
              as wanted (shard, code_id, customer_key, used, held)
            where code_customer_counter.shard = wanted.shard
              and code_customer_counter.workspace = :workspace
              and code_customer_counter.code_id = wanted.code_id
              and code_customer_counter.customer_key = wanted.customer_key""")
        .bind("workspace", workspace)
        .bindArray("shards", Integer.class, rows.stream().map(CustomerRow::shard).toList())
        .bindArray("codeIds", String.class, rows.stream().map(CustomerRow::codeId).toList())
        .bind("customers", keys(rows.stream().map(CustomerRow::customer).toList()))
        .bindArray("used", Long.class, rows.stream().map(row -> row.uses().used()).toList())
        .bindArray("held", Long.class, rows.stream().map(row -> row.uses().held()).toList())
        .execute();
  }

  private static List<Integer> shards(String workspace, Collection<String> codeIds) {
    return codeIds.stream().map(codeId -> NewPromoCode.shard(workspace, codeId)).toList();
  }

  private static String currency(ResultSet row) throws SQLException {
    return row.getString("currency_code");
  }

  private static CurrencyTally tally(ResultSet row) throws SQLException {
    return new CurrencyTally(
        new Tally(row.getLong("used"), row.getLong("held")),
        new Tally(row.getLong("used_minor"), row.getLong("held_minor")),
        row.getLong("over_limit"));
  }

  private static Argument keys(List<PersonKey> customers) {
    Object[] keys = customers.stream().map(PersonKey::bytes).toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", keys));
  }

  /** A customer of a code. */
  record CodeCustomer(String codeId, PersonKey customer) {}

  private record CurrencyRow(
      int shard, String codeId, String currency, CurrencyTally tally, boolean isStored) {}

  private record CustomerRow(
      int shard, String workspace, String codeId, PersonKey customer, Tally uses) {}

  private record CodeTotal(String codeId, String currency, CurrencyTally tally) {}
}
