package dev.tributary.attribution.promocode;

/** How a valid code that somebody owns and touches of the same person rank. */
public enum CodeCreditPolicy {
  /** The code takes the credit, whatever touches there are. */
  CODE_WINS,
  /** A creator's touch takes the credit; the code has it when there is none. */
  LINK_WINS,
  /** The code takes the credit if its creator also has a touch. */
  CODE_IF_INVOLVED,
  /** The code takes the credit if the last touch is its creator's. */
  CODE_IF_LAST,
  /** The code and another creator's touch share. */
  SPLIT
}
