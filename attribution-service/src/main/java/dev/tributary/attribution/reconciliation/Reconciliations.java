package dev.tributary.attribution.reconciliation;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.ConversionType;
import dev.tributary.runtime.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Compares what a shop lists with the ledger, all of one moment. */
public final class Reconciliations {
  private static final int ORDERS_AT_ONCE = 1_000;

  private final Database database;
  private final ReconciliationStore store = new ReconciliationStore();

  /** Comparisons with the ledger of a database. */
  public Reconciliations(Database database) {
    this.database = database;
  }

  /** What came of it. */
  Reconciled reconcile(String workspace, ShopFile file) {
    return database.snapshot(
        handle -> {
          Reconciliation reconciliation = new Reconciliation();
          file.batches().forEach(batch -> compare(handle, workspace, file, batch, reconciliation));
          addUnlisted(handle, workspace, file, reconciliation);
          return reconciliation.result();
        });
  }

  private void compare(
      Handle handle,
      String workspace,
      ShopFile file,
      List<ShopOrder> batch,
      Reconciliation reconciliation) {
    Terms terms = file.terms();
    List<ConversionKey> keys = batch.stream().map(order -> key(terms, order.orderId())).toList();
    Map<String, OrderRow> rows = store.byKeys(handle, workspace, keys);
    Map<String, List<CodeCredit>> credits =
        store.credits(
            handle,
            workspace,
            keys.stream().filter(key -> rows.containsKey(key.orderId())).toList());
    Map<String, RefundSums> refunds = store.refunds(handle, workspace, keys);
    for (ShopOrder order : batch) {
      OrderRow row = rows.get(order.orderId());
      RefundSums sums = refunds.getOrDefault(order.orderId(), RefundSums.NONE);
      reconciliation.add(
          row == null
              ? Comparison.onlyThere(order, sums.waitingMinor(), terms)
              : Comparison.ofBoth(
                  order, row.with(credits.getOrDefault(order.orderId(), List.of()), sums), terms));
    }
  }

  private void addUnlisted(
      Handle handle, String workspace, ShopFile file, Reconciliation reconciliation) {
    Terms terms = file.terms();
    Instant afterTime = terms.range().start();
    String afterId = "";
    List<OrderRow> page;
    do {
      page = store.page(handle, workspace, terms, afterTime, afterId, ORDERS_AT_ONCE);
      List<OrderRow> unlisted = page.stream().filter(row -> !file.lists(row.orderId())).toList();
      Map<String, List<CodeCredit>> credits =
          store.credits(
              handle, workspace, unlisted.stream().map(row -> key(terms, row.orderId())).toList());
      for (OrderRow row : unlisted) {
        OurOrder ours = row.with(credits.getOrDefault(row.orderId(), List.of()), RefundSums.NONE);
        reconciliation.add(Comparison.onlyHere(ours, terms));
      }
      if (!page.isEmpty()) {
        OrderRow last = page.get(page.size() - 1);
        afterTime = last.time();
        afterId = last.orderId();
      }
    } while (page.size() == ORDERS_AT_ONCE);
  }

  private static ConversionKey key(Terms terms, String orderId) {
    return new ConversionKey(terms.storefrontId(), ConversionType.PURCHASE, orderId);
  }
}
