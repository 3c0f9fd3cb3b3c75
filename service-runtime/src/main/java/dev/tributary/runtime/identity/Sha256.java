package dev.tributary.runtime.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256, ready to be fed. Every touch and order is hashed several times on its way in, and asking
 * the security providers for the algorithm each time costs more than the hashing.
 */
public final class Sha256 {
  private static final MessageDigest EMPTY = create();

  private Sha256() {}

  /** A digest of nothing yet, the caller's own. */
  public static MessageDigest digest() {
    try {
      return (MessageDigest) EMPTY.clone();
    } catch (CloneNotSupportedException providerWithout) {
      return create();
    }
  }

  private static MessageDigest create() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
