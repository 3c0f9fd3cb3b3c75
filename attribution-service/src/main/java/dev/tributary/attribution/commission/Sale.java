package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionKey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;

/**
 * What a collaboration has of one conversion: its postings, added up.
 *
 * @param key the conversion
 * @param time when it happened
 * @param rateTime the time whose terms count: its own, for the renewal of a subscription that of
 *     the first payment
 * @param currency ISO 4217 currency; empty for a goal without an amount
 * @param purchaseNo the how manyth purchase of its customer it is; 1 when nobody knows
 * @param earnedMinor credited before refunds
 * @param refundedMinor taken back by refunds
 * @param earnedMillionths part of the conversion before refunds
 * @param netMillionths part of the conversion that is left
 * @param lastPosting effective time of the newest posting
 * @param standing whether anything keeps it from being paid
 */
public record Sale(
    ConversionKey key,
    Instant time,
    Instant rateTime,
    String currency,
    int purchaseNo,
    long earnedMinor,
    long refundedMinor,
    long earnedMillionths,
    long netMillionths,
    Instant lastPosting,
    Standing standing) {
  /** In the order of time; at one time by key. */
  static final Comparator<Sale> IN_TIME =
      Comparator.comparing(Sale::time)
          .thenComparing(sale -> sale.key().storefrontId())
          .thenComparing(sale -> sale.key().type().name())
          .thenComparing(sale -> sale.key().orderId());

  /** What keeps a sale from being paid, whatever the holding period says. */
  public enum Standing {
    /** Nothing. */
    CLEAR,
    /** The payment has not been captured. */
    UNPAID,
    /** Its order is held. */
    HELD,
    /** Its order was held, and rejected. */
    REJECTED
  }

  /**
   * The same with what only other conversions tell.
   *
   * @param rated the time whose terms count
   * @param number the how manyth purchase of its customer it is
   */
  Sale with(Instant rated, int number) {
    return new Sale(
        key,
        time,
        rated,
        currency,
        number,
        earnedMinor,
        refundedMinor,
        earnedMillionths,
        netMillionths,
        lastPosting,
        standing);
  }

  /** What is left of another amount of the order when refunds took their part of it, half up. */
  long leftOf(long minor) {
    if (earnedMinor <= 0) {
      return 0;
    }
    BigInteger left = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(netMinor()));
    return new Fraction(left, BigInteger.ONE).dividedHalfUp(earnedMinor);
  }

  /** What is left of the credit. */
  public long netMinor() {
    return earnedMinor - refundedMinor;
  }
}
