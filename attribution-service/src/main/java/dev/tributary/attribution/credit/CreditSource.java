package dev.tributary.attribution.credit;

/** By what somebody is credited. */
public enum CreditSource {
  /** A promo code. */
  CODE,
  /** A tracking link or its UTM parameters. */
  LINK,
  /** Nobody. */
  UNATTRIBUTED
}
