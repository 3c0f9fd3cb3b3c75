package dev.tributary.metrics.rate;

import dev.tributary.metrics.row.Newest;
import dev.tributary.metrics.row.RowStore;
import dev.tributary.runtime.feed.FeedItem;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table of exchange rates. Of a pair and day the rate received last counts. */
public final class RateStore {
  /** The table of the database that the handle belongs to. */
  public RateStore() {}

  /** Writes rates. */
  public void put(Handle handle, List<FeedItem<ExchangeRate>> items) {
    RowStore.replace(
        handle,
        """
        delete from exchange_rate
        where workspace = :workspace and base_currency = :baseCurrency
          and quote_currency = :quoteCurrency and rate_date = :rateDate
          and (receive_time, shard, sequence) < (:recordTime, :shard, :sequence)
        """,
        """
        insert into exchange_rate
          (workspace, base_currency, quote_currency, rate_date, receive_time, shard, sequence,
           rate_nanos)
        values
          (:workspace, :baseCurrency, :quoteCurrency, :rateDate, :recordTime, :shard, :sequence,
           :rateNanos)
        on conflict do nothing
        """,
        Newest.of(
            items,
            rate -> List.of(rate.baseCurrency(), rate.quoteCurrency(), rate.rateDate()),
            Newest.received()));
  }
}
