package dev.tributary.attribution.credit;

/** Why money moved. */
public enum PostingKind {
  /** Credit for a conversion. */
  CREDIT,
  /** An amendment. */
  AMENDMENT,
  /** A refund, cancellation or chargeback. */
  REFUND,
  /** The payment was voided, or a voided one was paid after all. */
  PAYMENT,
  /** A late touch moved credit from one owner to another. */
  REATTRIBUTION,
  /** Credit moved to nobody when a hold was rejected, or back when that was taken back. */
  HOLD
}
