package dev.tributary.attribution.hold;

/** What became of a hold. */
public enum HoldState {
  /** The order is not paid for. */
  HELD,
  /** It stands in no way. */
  RELEASED,
  /** Nobody is credited for the order. */
  REJECTED
}
