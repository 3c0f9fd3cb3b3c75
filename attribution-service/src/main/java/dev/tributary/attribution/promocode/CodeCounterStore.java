package dev.tributary.attribution.promocode;

import dev.tributary.attribution.promocode.CodeBook.CurrencyTally;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables code_counter and code_customer_counter. */
final class CodeCounterStore {
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

  /** Writes the counters of a code, by currency and by customer. */
  void save(Handle handle, String workspace, String codeId, CodeBook book) {
    int shard = NewPromoCode.shard(workspace, codeId);
    saveTotals(handle, shard, workspace, codeId, book.byCurrency());
    saveCustomers(handle, shard, workspace, codeId, book.byCustomer());
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
        .bind("customers", keys(customers))
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

  private static void saveTotals(
      Handle handle,
      int shard,
      String workspace,
      String codeId,
      Map<String, CurrencyTally> byCurrency) {
    PreparedBatch missing =
        handle.prepareBatch(
            """
            insert into code_counter (
              shard, workspace, code_id, currency_code, used, held, used_minor, held_minor,
              over_limit)
            values (:shard, :workspace, :codeId, :currencyCode, 0, 0, 0, 0, 0)
            on conflict do nothing""");
    PreparedBatch counts =
        handle.prepareBatch(
            """
            update code_counter
            set used = :used, held = :held, used_minor = :usedMinor, held_minor = :heldMinor,
              over_limit = :overLimit
            where shard = :shard and workspace = :workspace and code_id = :codeId
              and currency_code = :currencyCode""");
    byCurrency.forEach(
        (currency, tally) -> {
          bindCode(missing, shard, workspace, codeId).bind("currencyCode", currency).add();
          bindCode(counts, shard, workspace, codeId)
              .bind("currencyCode", currency)
              .bind("used", tally.uses().used())
              .bind("held", tally.uses().held())
              .bind("usedMinor", tally.minor().used())
              .bind("heldMinor", tally.minor().held())
              .bind("overLimit", tally.overLimit())
              .add();
        });
    execute(missing, counts);
  }

  private static void saveCustomers(
      Handle handle, int shard, String workspace, String codeId, Map<PersonKey, Tally> byCustomer) {
    PreparedBatch missing =
        handle.prepareBatch(
            """
            insert into code_customer_counter (
              shard, workspace, code_id, customer_key, used, held)
            values (:shard, :workspace, :codeId, :customerKey, 0, 0)
            on conflict do nothing""");
    PreparedBatch counts =
        handle.prepareBatch(
            """
            update code_customer_counter
            set used = :used, held = :held
            where shard = :shard and workspace = :workspace and code_id = :codeId
              and customer_key = :customerKey""");
    byCustomer.forEach(
        (customer, uses) -> {
          bindCode(missing, shard, workspace, codeId).bind("customerKey", customer.bytes()).add();
          bindCode(counts, shard, workspace, codeId)
              .bind("customerKey", customer.bytes())
              .bind("used", uses.used())
              .bind("held", uses.held())
              .add();
        });
    execute(missing, counts);
  }

  private static PreparedBatch bindCode(
      PreparedBatch batch, int shard, String workspace, String codeId) {
    return batch.bind("shard", shard).bind("workspace", workspace).bind("codeId", codeId);
  }

  private static void execute(PreparedBatch missing, PreparedBatch counts) {
    if (missing.size() > 0) {
      missing.execute();
      counts.execute();
    }
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

  private static Argument keys(List<CodeCustomer> customers) {
    Object[] keys = customers.stream().map(each -> each.customer().bytes()).toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", keys));
  }

  /** A customer of a code. */
  record CodeCustomer(String codeId, PersonKey customer) {}

  private record CodeTotal(String codeId, String currency, CurrencyTally tally) {}
}
