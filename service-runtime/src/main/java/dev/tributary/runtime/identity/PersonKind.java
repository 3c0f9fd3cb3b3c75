package dev.tributary.runtime.identity;

import java.util.Locale;

/**
 * Which of a person's names was hashed; the same text as a visitor and as a customer gives
 * different keys.
 */
public enum PersonKind {
  /** A browser or device, from a cookie or an app. */
  VISITOR("visitor"),
  /** An account of the shop. */
  CUSTOMER("customer"),
  /** An e-mail address. */
  EMAIL("email"),
  /** A name on a social platform. */
  HANDLE("handle");

  private final String hashedName;

  PersonKind(String hashedName) {
    this.hashedName = hashedName;
  }

  /** The word that enters the hash. Never changes, whatever happens to the constant's name. */
  String hashedName() {
    return hashedName;
  }

  /**
   * The spelling that is hashed: e-mail addresses and handles without outer spaces and in lower
   * case, everything else as it came, since foreign ids are case-sensitive.
   */
  String canonical(String value) {
    return switch (this) {
      case EMAIL, HANDLE -> value.strip().toLowerCase(Locale.ROOT);
      case VISITOR, CUSTOMER -> value;
    };
  }
}
