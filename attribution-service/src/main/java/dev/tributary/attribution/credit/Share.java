package dev.tributary.attribution.credit;

/**
 * A part of a conversion, as decided. What it is worth follows from the base: money and conversions
 * are divided by the exact weights, never by rounded percentages.
 *
 * @param key whose part
 * @param weight above zero, in proportion to the weights of the other shares
 */
public record Share(CreditKey key, long weight) {
  /** Refuses a weight that is not above zero with {@link IllegalArgumentException}. */
  public Share {
    if (weight <= 0) {
      throw new IllegalArgumentException("weight: " + weight + " (expected: above 0)");
    }
  }
}
