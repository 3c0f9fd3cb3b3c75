package dev.tributary.attribution.credit;

/** Which part of an order is credited. One row per base; a new one needs nothing else. */
public enum RevenueBase {
  /** Items minus discounts, without tax and shipping. */
  NET_SALES {
    @Override
    public long of(Components components, TaxMode taxMode) {
      long tax = taxMode == TaxMode.INCLUDED ? components.orZero(Component.TAX) : 0;
      return components.orZero(Component.ITEMS) - components.orZero(Component.DISCOUNT) - tax;
    }
  };

  /**
   * The base amount, in minor units. Negative when the parts contradict each other, for example a
   * discount above the items; whoever records them refuses that.
   */
  public abstract long of(Components components, TaxMode taxMode);
}
