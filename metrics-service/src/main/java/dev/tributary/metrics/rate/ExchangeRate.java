package dev.tributary.metrics.rate;

import java.time.LocalDate;

/**
 * The price of one currency in another on a day.
 *
 * @param baseCurrency ISO 4217 code of the currency priced
 * @param quoteCurrency ISO 4217 code of the currency it is priced in
 * @param rateDate the day
 * @param rateNanos units of the quote currency for one unit of the base, in billionths, above 0
 */
public record ExchangeRate(
    String baseCurrency, String quoteCurrency, LocalDate rateDate, long rateNanos) {}
