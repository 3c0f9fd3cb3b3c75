package dev.tributary.attribution.credit;

/** How codes and touches rank. */
public enum CodePolicy {
  /** A valid code that somebody owns wins over every touch. */
  CODE_WINS,
  /** Each code ranks by its own policy. */
  PER_CODE
}
