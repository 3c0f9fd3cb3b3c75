package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.runtime.money.Currencies;

/**
 * Orders of one currency added up as the file has them, in minor units.
 *
 * @param count orders
 * @param subtotal items minus discounts, tax included where prices include it
 * @param netSales subtotal without tax, the base of credit
 * @param paid what customers paid: subtotal, tax on top, shipping and tip
 */
record OrderSums(long count, long subtotal, long netSales, long paid) {
  static OrderSums of(Conversion order) {
    Components parts = order.getComponents();
    boolean taxIncluded = order.getTaxMode() == TaxMode.TAX_MODE_INCLUDED;
    long subtotal = parts.getItemsMinor() - parts.getDiscountMinor();
    return new OrderSums(
        1,
        subtotal,
        taxIncluded ? subtotal - parts.getTaxMinor() : subtotal,
        subtotal
            + (taxIncluded ? 0 : parts.getTaxMinor())
            + parts.getShippingMinor()
            + parts.getTipMinor());
  }

  OrderSums plus(OrderSums other) {
    return new OrderSums(
        count + other.count,
        subtotal + other.subtotal,
        netSales + other.netSales,
        paid + other.paid);
  }

  String describe(String currency) {
    return "%,d orders %s: subtotal %s, net sales %s, as paid %s"
        .formatted(
            count,
            currency,
            Currencies.format(currency, subtotal),
            Currencies.format(currency, netSales),
            Currencies.format(currency, paid));
  }
}
