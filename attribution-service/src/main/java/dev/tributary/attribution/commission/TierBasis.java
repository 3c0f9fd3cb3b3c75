package dev.tributary.attribution.commission;

/** What tiers count, over a calendar month. */
public enum TierBasis {
  /** The credited amount after refunds, in the conversion's currency. */
  NET_SALES,
  /** Conversions, in millionths. */
  CONVERSIONS
}
