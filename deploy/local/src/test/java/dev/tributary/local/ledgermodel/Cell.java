package dev.tributary.local.ledgermodel;

/**
 * Where money stands: what an account earned, or what a refund took from it.
 *
 * @param account see {@link Decided.Share#account()}
 * @param refundId empty for what was earned
 */
record Cell(String account, String refundId) {

  /**
   * What stands there.
   *
   * @param minor in minor units
   * @param millionths of the conversion
   */
  record Amount(long minor, long millionths) {
    Amount plus(Amount other) {
      return new Amount(minor + other.minor, millionths + other.millionths);
    }

    Amount minus(Amount other) {
      return new Amount(minor - other.minor, millionths - other.millionths);
    }

    boolean isNothing() {
      return minor == 0 && millionths == 0;
    }
  }
}
