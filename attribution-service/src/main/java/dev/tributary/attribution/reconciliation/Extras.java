package dev.tributary.attribution.reconciliation;

import java.util.stream.IntStream;

/**
 * What the ledger's base leaves out and a shop's report may count, in minor units.
 *
 * @param taxMinor tax, inside the prices or on top
 * @param shippingMinor shipping
 * @param tipMinor tip
 */
record Extras(long taxMinor, long shippingMinor, long tipMinor) {
  /** None of it. */
  static final Extras NONE = new Extras(0, 0, 0);

  /** Whether an amount is made of one or more of them. */
  boolean makeUp(long minor) {
    return minor != 0 && IntStream.range(1, 8).anyMatch(choice -> sum(choice) == minor);
  }

  private long sum(int choice) {
    return ((choice & 1) == 0 ? 0 : taxMinor)
        + ((choice & 2) == 0 ? 0 : shippingMinor)
        + ((choice & 4) == 0 ? 0 : tipMinor);
  }
}
