package dev.tributary.attribution.credit;

/** Whether item prices include tax. */
public enum TaxMode {
  /** Tax comes on top of the prices. */
  EXCLUDED,
  /** Tax is inside the prices. */
  INCLUDED
}
