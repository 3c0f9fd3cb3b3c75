package dev.tributary.attribution.conversion;

/** What became of a refund. */
public enum RefundState {
  /** Taken back from the credits. */
  APPLIED,
  /** Its conversion or chargeback has not arrived, or it does not fit. */
  HELD,
  /** A part of it exceeds what is left, and is held. */
  HELD_EXCESS,
  /** A chargeback that was reversed. */
  REVERSED
}
