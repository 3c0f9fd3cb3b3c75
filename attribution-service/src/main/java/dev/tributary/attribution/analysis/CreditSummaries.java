package dev.tributary.attribution.analysis;

import dev.tributary.runtime.database.Database;
import java.util.Optional;

/** Adds up credits and orders. */
public final class CreditSummaries {
  private final Database database;
  private final SummaryStore store = new SummaryStore();

  /** Sums over a database. */
  public CreditSummaries(Database database) {
    this.database = database;
  }

  /** The sums, all of one moment, so that credits and orders add up to the same. */
  Summary of(String workspace, SummaryQuery query) {
    return database.snapshot(
        handle ->
            new Summary(
                store.credits(handle, workspace, query),
                query.isAboutOrders()
                    ? Optional.of(store.orders(handle, workspace, query))
                    : Optional.empty()));
  }
}
