package dev.tributary.attribution.commission;

/** To what a tier that is reached applies. */
public enum TierMode {
  /** Only to what lies above its threshold. */
  MARGINAL,
  /** To everything of the month. */
  RETROACTIVE
}
