package dev.tributary.attribution.reconciliation;

import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the shop says an order was worth, in minor units, each if told.
 *
 * @param subtotalMinor items after discounts
 * @param taxMinor tax
 * @param totalMinor all that the customer paid
 */
record ShopFigures(OptionalLong subtotalMinor, OptionalLong taxMinor, OptionalLong totalMinor) {
  /** Whether an amount is one of the figures, with tax or without. */
  boolean have(long minor) {
    return Stream.of(
            subtotalMinor,
            totalMinor,
            difference(subtotalMinor, taxMinor),
            difference(totalMinor, taxMinor))
        .anyMatch(figure -> figure.isPresent() && figure.getAsLong() == minor);
  }

  /** One less the other, if both are told. */
  static OptionalLong difference(OptionalLong whole, OptionalLong part) {
    return whole.isPresent() && part.isPresent()
        ? OptionalLong.of(whole.getAsLong() - part.getAsLong())
        : OptionalLong.empty();
  }
}
