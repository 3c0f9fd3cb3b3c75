package dev.tributary.attribution.conversion;

/**
 * Where a conversion stands in a subscription.
 *
 * @param id the shop's id of the subscription
 * @param sequence 0 for the trial, {@link #FIRST} for the first payment, n for the renewal n-1
 */
public record Subscription(String id, int sequence) {
  /** Place of the first payment. */
  public static final int FIRST = 1;

  /** Place of the first renewal. */
  static final int RENEWAL_MIN = 2;

  /** No subscription lasts longer. */
  static final int SEQUENCE_MAX = 1_000_000;
}
