package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.ExchangeRate;
import dev.tributary.metrics.fact.Rates;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Reads exchange rates. */
final class RateFactStore {
  /** All rates of a workspace. */
  Rates rates(Handle handle, String workspace) {
    return Rates.of(
        Conditions.of(workspace)
            .query(
                handle,
                "select base_currency, quote_currency, rate_date, rate_nanos from exchange_rate")
            .map(
                (row, context) ->
                    new ExchangeRate(
                        row.getString("base_currency"),
                        row.getString("quote_currency"),
                        row.getObject("rate_date", LocalDate.class),
                        row.getLong("rate_nanos")))
            .list());
  }
}
