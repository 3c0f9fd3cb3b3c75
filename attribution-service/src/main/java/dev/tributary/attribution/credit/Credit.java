package dev.tributary.attribution.credit;

/**
 * What a share is worth, in minor units.
 *
 * @param key whose it is
 * @param conversionMillionths part of the conversion; the parts add up to {@link Balance#WHOLE}
 * @param grossMinor part of the base, before refunds; 0 for a voided order
 * @param refundedMinor part of it taken back by refunds, zero or more
 */
public record Credit(CreditKey key, int conversionMillionths, long grossMinor, long refundedMinor) {
  /** What is left, zero or more. */
  public long netMinor() {
    return grossMinor - refundedMinor;
  }
}
