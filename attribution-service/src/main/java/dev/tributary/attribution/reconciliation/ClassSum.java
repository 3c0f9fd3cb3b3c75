package dev.tributary.attribution.reconciliation;

/**
 * Differences of one class and currency added up, in minor units.
 *
 * @param orders orders with one
 * @param minor the ledger's amounts less the shop's
 * @param absoluteMinor the same without signs, so that what only moved from line to line is seen
 */
record ClassSum(long orders, long minor, long absoluteMinor) {
  ClassSum plus(ClassSum other) {
    return new ClassSum(
        orders + other.orders, minor + other.minor, absoluteMinor + other.absoluteMinor);
  }
}
