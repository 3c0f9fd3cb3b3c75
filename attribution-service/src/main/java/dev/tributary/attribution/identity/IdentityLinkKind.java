package dev.tributary.attribution.identity;

/** What can become known of a visitor. */
public enum IdentityLinkKind {
  /** The visitor is a customer from now on. */
  LINK,
  /** The visitor is nobody known from now on. */
  UNLINK,
  /** An earlier one of the visitor's was wrong: it is as if it had never been. */
  RETRACT
}
