package dev.tributary.attribution.promocode;

/** What speaks against a code. */
enum FindingReason {
  /** Another code of the storefront has, or once had, the same letters. */
  TAKEN,
  /** Nobody can tell it from another code of the storefront by its looks. */
  CONFUSABLE_WITH,
  /** Its creator had it before, and would have it again for another time. */
  REACTIVATES,
  /** Letters of alphabets that look alike. */
  MIXED_SCRIPT,
  /** It cannot be told on the phone or typed on one. */
  HARD_TO_SAY_OR_TYPE,
  /** Too few characters. */
  TOO_SHORT,
  /** Too many characters. */
  TOO_LONG,
  /** It ends with another number than the discount. */
  LOOKS_LIKE_OTHER_DISCOUNT
}
