package dev.tributary.attribution.promocode;

/** Who refuses a use that a code's terms do not allow. */
public enum CodeEnforcement {
  /** The shop: the code exists there, with its terms. */
  SHOP,
  /** This service, which the checkout asks. */
  TRIBUTARY
}
