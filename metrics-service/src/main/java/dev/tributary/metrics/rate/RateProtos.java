package dev.tributary.metrics.rate;

import dev.tributary.ingestion.v1.Observation;
import java.time.LocalDate;

/** Exchange rates as they stand in ingestion's feed. */
public final class RateProtos {
  private RateProtos() {}

  /** The rate that an observation of one holds. */
  public static ExchangeRate rate(Observation observation) {
    dev.tributary.ingestion.v1.ExchangeRate rate = observation.getExchangeRate();
    return new ExchangeRate(
        rate.getBaseCurrencyCode(),
        rate.getQuoteCurrencyCode(),
        LocalDate.parse(rate.getDate()),
        rate.getRateNanos());
  }
}
