package dev.tributary.attribution.hold;

import dev.tributary.runtime.identity.PersonKind;

/** By what a person is known. */
public enum IdentityKind {
  /** The shop's id of the customer. */
  CUSTOMER("customer id", PersonKind.CUSTOMER),
  /** First-party id of the visitor. */
  VISITOR("visitor id", PersonKind.VISITOR),
  /** An e-mail address of the account or the payment. */
  EMAIL("e-mail address", PersonKind.EMAIL);

  private final String words;
  private final PersonKind hashedAs;

  IdentityKind(String words, PersonKind hashedAs) {
    this.words = words;
    this.hashedAs = hashedAs;
  }

  /**
   * What a name is that is hashed like this.
   *
   * @throws IllegalArgumentException if persons are not compared by it
   */
  static IdentityKind of(PersonKind hashedAs) {
    for (IdentityKind kind : values()) {
      if (kind.hashedAs == hashedAs) {
        return kind;
      }
    }
    throw new IllegalArgumentException("kind: " + hashedAs + " (expected: one of orders)");
  }

  /** As sentences call it. */
  String words() {
    return words;
  }

  /** What its values are hashed as. */
  PersonKind hashedAs() {
    return hashedAs;
  }
}
