package dev.tributary.local.handout;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/** Ids made of other ids, the same each time, so that handing out again changes nothing. */
final class Slugs {
  private static final int LENGTH_MAX = 64;
  private static final int HASH_LENGTH = 12;

  private Slugs() {}

  /** A text as part of an id; one that an id may not hold is told from others by its hash. */
  static String plain(String text) {
    String plain = text.replaceAll("[^A-Za-z0-9._-]+", "-");
    return plain.equals(text) ? text : plain + hash(text).substring(0, HASH_LENGTH);
  }

  /** The parts behind colons; beyond 64 characters the end gives way to a hash of the whole. */
  static String join(String... parts) {
    String whole = String.join(":", parts);
    if (whole.length() <= LENGTH_MAX) {
      return whole;
    }
    return whole.substring(0, LENGTH_MAX - HASH_LENGTH - 1)
        + "-"
        + hash(whole).substring(0, HASH_LENGTH);
  }

  private static String hash(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
