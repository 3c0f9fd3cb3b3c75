package dev.tributary.attribution.credit;

import java.util.OptionalLong;

/**
 * What a refund wants taken back.
 *
 * @param refundId the refund, unique within the order
 * @param baseMinor its part of the base, in minor units, zero or more; empty for a cancellation,
 *     which wants all that is left and the conversion with it
 */
public record RefundClaim(String refundId, OptionalLong baseMinor) {
  /** Refuses a negative amount, and a refund without id, with {@link IllegalArgumentException}. */
  public RefundClaim {
    if (refundId.isEmpty() || baseMinor.orElse(0) < 0) {
      throw new IllegalArgumentException("refund \"" + refundId + "\": " + baseMinor);
    }
  }

  /** A refund of a part of the base. */
  public static RefundClaim part(String refundId, long baseMinor) {
    return new RefundClaim(refundId, OptionalLong.of(baseMinor));
  }

  /** A cancellation. */
  public static RefundClaim all(String refundId) {
    return new RefundClaim(refundId, OptionalLong.empty());
  }

  boolean isAll() {
    return baseMinor.isEmpty();
  }
}
