package dev.tributary.metrics.fact;

/** Whether a conversion is its customer's first order, in the order of the contract's numbers. */
public enum CustomerNovelty {
  /** It was asked and cannot be known. */
  UNKNOWN,
  /** The first. */
  NEW,
  /** There was an earlier one. */
  RETURNING,
  /** It was not asked: the conversion is no order, or older than the question. */
  NOT_ASKED
}
