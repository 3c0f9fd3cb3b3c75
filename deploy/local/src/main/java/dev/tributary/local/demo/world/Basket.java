package dev.tributary.local.demo.world;

import dev.tributary.attribution.v1.Components;

/**
 * What an order is worth, in minor units.
 *
 * @param taxIncluded whether tax is inside the item prices
 */
record Basket(long items, long discount, long tax, long shipping, boolean taxIncluded) {
  private static final double GERMAN_TAX = 0.19;
  private static final double SWEDISH_TAX = 0.25;

  /** A basket of the shop that sells in euros, prices with tax. */
  static Basket inEuros(long items, long discount) {
    long tax = Math.round((items - discount) * GERMAN_TAX / (1 + GERMAN_TAX));
    return new Basket(items, discount, tax, items >= 6_000 ? 0 : 490, true);
  }

  /** A basket of the shop that sells in kronor, tax on top. */
  static Basket inKronor(long items, long discount) {
    long tax = Math.round((items - discount) * SWEDISH_TAX);
    return new Basket(items, discount, tax, 4_900, false);
  }

  /** The same basket with a part of its items taken out again, and tax in proportion. */
  Basket share(double part) {
    return new Basket(
        Math.round(items * part),
        Math.round(discount * part),
        Math.round(tax * part),
        0,
        taxIncluded);
  }

  /** What the customer pays. */
  long paid() {
    return items - discount + (taxIncluded ? 0 : tax) + shipping;
  }

  Components toProto() {
    return Components.newBuilder()
        .setItemsMinor(items)
        .setDiscountMinor(discount)
        .setTaxMinor(tax)
        .setShippingMinor(shipping)
        .build();
  }
}
