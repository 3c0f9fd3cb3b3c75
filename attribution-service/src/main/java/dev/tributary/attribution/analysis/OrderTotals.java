package dev.tributary.attribution.analysis;

/**
 * Orders of one currency added up, in minor units, after amendments and before refunds, voided ones
 * left out.
 *
 * @param currency the currency
 * @param orderCount orders
 * @param itemsMinor items at list price
 * @param discountMinor discounts on items
 * @param taxMinor tax on items
 * @param taxOnTopMinor part of it that is not inside the prices
 * @param shippingMinor shipping with its tax
 * @param tipMinor tips
 * @param netSalesMinor the amount that is credited
 * @param refundedMinor part of it taken back by refunds
 */
record OrderTotals(
    String currency,
    long orderCount,
    long itemsMinor,
    long discountMinor,
    long taxMinor,
    long taxOnTopMinor,
    long shippingMinor,
    long tipMinor,
    long netSalesMinor,
    long refundedMinor) {

  /** Items less discounts, with the tax that is inside the prices. */
  long subtotalMinor() {
    return itemsMinor - discountMinor;
  }

  /** What customers paid by any means. */
  long paidMinor() {
    return subtotalMinor() + taxOnTopMinor + shippingMinor + tipMinor;
  }
}
