package dev.tributary.metrics.fact;

/** By what a collaboration is credited. */
public enum CreditSource {
  /** A promo code. */
  CODE,
  /** A tracking link or its UTM parameters. */
  LINK
}
