package dev.tributary.attribution.commission;

/** What a line is about. */
public enum LineKind {
  /** A conversion. */
  SALE,
  /** A fixed fee. */
  FEE,
  /** A bonus. */
  BONUS
}
