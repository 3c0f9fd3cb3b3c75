package dev.tributary.attribution.reconciliation;

/**
 * What the refunds of an order say, added up, in minor units.
 *
 * @param cancels whether one of them cancels it
 * @param baseMinor items less discounts
 * @param extras what they give back beside
 */
record RefundSums(boolean cancels, long baseMinor, Extras extras) {
  /** There is none. */
  static final RefundSums NONE = new RefundSums(false, 0, Extras.NONE);

  /** What they give back of an order that was never recorded: a cancellation all there is. */
  long waitingMinor() {
    return cancels ? Long.MAX_VALUE : Math.max(0, baseMinor);
  }
}
