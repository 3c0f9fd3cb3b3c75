package dev.tributary.attribution.conversion;

/** Why a revision was made. */
public enum RevisionReason {
  /** The conversion was recorded. */
  RECORDED,
  /** The order was amended. */
  AMENDED,
  /** Money was given back. */
  REFUNDED,
  /** The payment moved on: captured, voided, or paid after all. */
  PAYMENT_CHANGED,
  /** A late touch changed who is credited, or why nobody is. */
  REATTRIBUTED,
  /** A hold of the order was rejected, so nobody is credited. */
  HOLD_REJECTED,
  /** The rejection of a hold was taken back. */
  HOLD_RESTORED
}
