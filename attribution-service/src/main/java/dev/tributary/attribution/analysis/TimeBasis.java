package dev.tributary.attribution.analysis;

/** Which time decides whether something falls inside a range. */
public enum TimeBasis {
  /** The time of the conversion, for its refunds too. */
  CONVERSION_TIME,
  /** The effective time of each posting, so that a refund counts when it happened. */
  POSTING_TIME
}
