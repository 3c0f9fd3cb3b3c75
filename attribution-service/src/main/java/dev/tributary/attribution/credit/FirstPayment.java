package dev.tributary.attribution.credit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The first payment of a subscription, whose credit its renewals have.
 *
 * @param orderId its key in the renewal's storefront
 * @param time when it happened
 * @param shares who has which part of it
 */
public record FirstPayment(String orderId, Instant time, List<Share> shares) {
  /** Keeps its own copy. */
  public FirstPayment {
    shares = List.copyOf(shares);
  }

  /**
   * The last instant at which a renewal has its credit: so many calendar months later in UTC, the
   * last day of a shorter month standing for the missing one.
   */
  public Instant stickyUntil(int months) {
    return stickyUntil(time, months);
  }

  /** The same for the time of a first payment. */
  public static Instant stickyUntil(Instant time, int months) {
    return time.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
  }

  /** Whether nobody is credited for it. */
  boolean isNobodys() {
    return shares.stream().allMatch(share -> share.key().equals(CreditKey.UNATTRIBUTED));
  }
}
