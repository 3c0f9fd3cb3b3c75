package dev.tributary.attribution.reconciliation;

import java.util.OptionalLong;

/** Which of its figures the shop's report adds up. */
public enum ShopAmount {
  /** Items after discounts, as the shop says it. */
  SUBTOTAL {
    @Override
    OptionalLong of(ShopFigures figures) {
      return figures.subtotalMinor();
    }
  },
  /** The same without the tax inside the prices. */
  SUBTOTAL_LESS_TAX {
    @Override
    OptionalLong of(ShopFigures figures) {
      return ShopFigures.difference(figures.subtotalMinor(), figures.taxMinor());
    }
  },
  /** All that the customer paid. */
  TOTAL {
    @Override
    OptionalLong of(ShopFigures figures) {
      return figures.totalMinor();
    }
  };

  /** The amount of an order, in minor units, if the shop told what it is made of. */
  abstract OptionalLong of(ShopFigures figures);
}
