package dev.tributary.attribution.commission;

/**
 * What a sale earns.
 *
 * @param sale the sale
 * @param terms what it earns by
 * @param place where it lies on the scale of its month
 * @param currency what it is paid in; empty when it earns nothing in any
 * @param accruedMinor earned before refunds
 * @param reversedMinor what refunds took back of it
 */
public record Earning(
    Sale sale,
    Terms terms,
    Placement place,
    String currency,
    long accruedMinor,
    long reversedMinor) {

  /** What is earned after refunds. */
  public long netMinor() {
    return accruedMinor - reversedMinor;
  }
}
