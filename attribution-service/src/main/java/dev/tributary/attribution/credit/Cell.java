package dev.tributary.attribution.credit;

/**
 * A cell of the ledger: what one owner earned, or what one refund took back from it.
 *
 * @param key whose
 * @param refundId the refund; empty for what was earned
 */
record Cell(CreditKey key, String refundId) {
  /**
   * What a cell holds: money in minor units and a part of the conversion in millionths, both
   * signed.
   */
  record Amount(long minor, long millionths) {
    Amount plus(Amount other) {
      return new Amount(Math.addExact(minor, other.minor), millionths + other.millionths);
    }

    Amount negate() {
      return new Amount(-minor, -millionths);
    }

    boolean isNothing() {
      return minor == 0 && millionths == 0;
    }
  }
}
