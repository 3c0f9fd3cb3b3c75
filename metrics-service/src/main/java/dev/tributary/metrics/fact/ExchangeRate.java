package dev.tributary.metrics.fact;

import java.time.LocalDate;

/**
 * The price of one unit of a currency in another, on a day; the newest observation of that pair and
 * day.
 *
 * @param base the currency priced
 * @param quote the currency it is priced in
 * @param date the day
 * @param rateNanos units of the quote currency for one unit of the base, in billionths, above zero
 */
public record ExchangeRate(String base, String quote, LocalDate date, long rateNanos) {

  /** Refuses a rate that is no price. */
  public ExchangeRate {
    if (rateNanos <= 0) {
      throw new IllegalArgumentException("rateNanos: " + rateNanos + " (expected: above 0)");
    }
  }
}
