package dev.tributary.attribution.conversion;

/** Oddities of an order that is accepted all the same. */
public enum NoteKind {
  /** The amounts of the codes do not add up to the order's discount. */
  CODE_AMOUNTS_DIFFER,
  /** Prices include tax and the order does not tell how much. */
  TAX_NOT_TOLD,
  /** A refund or an amendment that came before the order does not fit it. */
  HELD_DOES_NOT_FIT,
  /** A valid code was used whose limits allowed no further use. */
  OVER_LIMIT
}
