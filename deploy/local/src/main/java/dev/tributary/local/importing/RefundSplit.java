package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Components;
import java.math.BigInteger;

/**
 * Takes one sum that was given back apart. A shop's order list has no more than the sum: goods come
 * back before shipping does, and goods carry their share of tax.
 */
final class RefundSplit {
  private RefundSplit() {}

  /**
   * The parts of a sum.
   *
   * @param sum given back in all, in minor units, >= 0
   * @param bought what the order was made of
   * @param taxIncluded whether item prices include tax
   * @return items after discounts, tax and shipping; with tax on top they add up to the sum, with
   *     tax included tax is inside items
   */
  static Components of(long sum, Components bought, boolean taxIncluded) {
    long goods = bought.getItemsMinor() - bought.getDiscountMinor();
    long tax = bought.getTaxMinor();
    long withTax = taxIncluded ? goods : goods + tax;
    long back = Math.min(sum, withTax);
    long taxBack = withTax == 0 ? 0 : share(tax, back, withTax);
    return Components.newBuilder()
        .setItemsMinor(taxIncluded ? back : back - taxBack)
        .setTaxMinor(taxBack)
        .setShippingMinor(sum - back)
        .build();
  }

  /** What an order cost the customer, or what a refund gave back, without tips. */
  static long paid(Components parts, boolean taxIncluded) {
    return parts.getItemsMinor()
        - parts.getDiscountMinor()
        + (taxIncluded ? 0 : parts.getTaxMinor())
        + parts.getShippingMinor();
  }

  /** {@code of * part / whole}, rounded down, exact for amounts of any size. */
  private static long share(long of, long part, long whole) {
    return BigInteger.valueOf(of)
        .multiply(BigInteger.valueOf(part))
        .divide(BigInteger.valueOf(whole))
        .longValueExact();
  }
}
