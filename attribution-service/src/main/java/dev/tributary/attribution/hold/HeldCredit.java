package dev.tributary.attribution.hold;

/**
 * Credit of one creator in one currency.
 *
 * @param creatorId the creator
 * @param currency the currency; empty for goals without amount
 * @param orders orders with such a credit
 * @param netMinor the credits after refunds added up, in minor units
 */
record HeldCredit(String creatorId, String currency, long orders, long netMinor) {
  /** Whether both can be added up. */
  boolean isLike(HeldCredit other) {
    return creatorId.equals(other.creatorId) && currency.equals(other.currency);
  }

  HeldCredit plus(HeldCredit other) {
    return new HeldCredit(
        creatorId,
        currency,
        Math.addExact(orders, other.orders),
        Math.addExact(netMinor, other.netMinor));
  }
}
