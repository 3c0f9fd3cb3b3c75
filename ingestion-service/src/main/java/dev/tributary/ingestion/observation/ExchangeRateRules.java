package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.ExchangeRate;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;

/** What an exchange rate must be. */
final class ExchangeRateRules {
  private ExchangeRateRules() {}

  static void check(ExchangeRate rate) throws Rejected {
    checkPair(rate.getBaseCurrencyCode(), rate.getQuoteCurrencyCode());
    Fields.date("date", rate.getDate());
    Fields.inRange("rate_nanos", rate.getRateNanos(), 1, Long.MAX_VALUE);
  }

  /** Two currencies that exist and differ. */
  static void checkPair(String base, String quote) throws Rejected {
    Fields.currency("base_currency_code", base);
    if (Fields.currency("quote_currency_code", quote).equals(base)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          "quote_currency_code",
          quote + " (expected: another currency than base_currency_code)");
    }
  }
}
