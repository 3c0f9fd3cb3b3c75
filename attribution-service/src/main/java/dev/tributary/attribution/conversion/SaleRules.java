package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.RevenueBase;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.money.Money;
import dev.tributary.type.v1.ErrorReason;

/** What a conversion must keep once its storefront's defaults are known. */
final class SaleRules {
  private SaleRules() {}

  /**
   * Lets a conversion pass that has a currency if it has an amount, and net sales of 0 or more.
   *
   * @throws Rejected otherwise
   */
  static void check(Conversion conversion) throws Rejected {
    if (conversion.hasAmount() && conversion.currency().isEmpty()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING,
          "currency_code",
          "absent, and the storefront has no default (expected: an ISO 4217 code)");
    }
    long base = RevenueBase.NET_SALES.of(conversion.components(), conversion.taxMode());
    if (base < 0) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          "components",
          "net sales of %s: items less discount, less tax if it is inside the prices (expected: 0 or more)"
              .formatted(new Money(conversion.currency(), base)));
    }
  }
}
