package dev.tributary.attribution.conversion;

/** What became of a refund. */
public enum RefundState {
  /** Taken back from the credits. */
  APPLIED,
  /** Its conversion has not arrived, or is in another currency. */
  HELD,
  /** A part of it exceeds what is left, and is held. */
  HELD_EXCESS,
  /** A chargeback that was reversed. */
  REVERSED
}
