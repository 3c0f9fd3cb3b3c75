package dev.tributary.attribution.promocode;

/** What becomes of earlier uses of codes that are replaced. */
enum RotatedUses {
  /** They keep their credit. */
  KEEP,
  /** Their orders are held back from being paid for. */
  HOLD,
  /** Nobody is credited for their orders. */
  REJECT
}
