package dev.tributary.attribution.reconciliation;

/**
 * What both sides have in a line of the report, amounts in minor units.
 *
 * @param shopOrders orders that the shop counts
 * @param shopMinor what it counts for them
 * @param ourOrders orders that the ledger counts
 * @param ourMinor what it has for them
 */
record Line(long shopOrders, long shopMinor, long ourOrders, long ourMinor) {
  static Line ofShop(long orders, long minor) {
    return new Line(orders, minor, 0, 0);
  }

  static Line ofOurs(long orders, long minor) {
    return new Line(0, 0, orders, minor);
  }

  Line plus(Line other) {
    return new Line(
        shopOrders + other.shopOrders,
        shopMinor + other.shopMinor,
        ourOrders + other.ourOrders,
        ourMinor + other.ourMinor);
  }

  /** The ledger's less the shop's. */
  long differenceMinor() {
    return ourMinor - shopMinor;
  }
}
