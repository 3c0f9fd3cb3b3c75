package dev.tributary.local.importing;

import com.google.common.hash.Hashing;
import com.google.protobuf.Message;
import dev.tributary.ingestion.v1.Observation;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Ids that a file does not have, made from what it has: the same row always gives the same id. */
final class Ids {
  private static final int LENGTH_MAX = 64;
  private static final int HASH_LENGTH = 40;
  private static final int SHORT_HASH_LENGTH = 10;

  private Ids() {}

  /**
   * A name as a part of an id: lower case, without accents, words joined by hyphens. A name of
   * which nothing is left, as one in another script, is a hash of it.
   */
  static String slug(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    boolean saysNothing = plain.isEmpty() || hasLettersBeyondLatin(name);
    return saysNothing ? join(plain, shortHash(name)) : plain;
  }

  /** Parts joined by hyphens, without blank ones; what is too long ends with a hash of it all. */
  static String join(String... parts) {
    StringBuilder id = new StringBuilder();
    for (String part : parts) {
      if (!part.isEmpty()) {
        id.append(id.isEmpty() ? "" : "-").append(part);
      }
    }
    return id.length() <= LENGTH_MAX
        ? id.toString()
        : id.substring(0, LENGTH_MAX - SHORT_HASH_LENGTH - 1) + "-" + shortHash(id.toString());
  }

  /** A hash of a message's content. */
  static String of(Message message) {
    return Hashing.sha256().hashBytes(message.toByteArray()).toString().substring(0, HASH_LENGTH);
  }

  /** The observation with a hash of its content as its id, so that a resend is recognised. */
  static Observation identified(Observation.Builder observation) {
    return observation.setObservationId(of(observation.clearObservationId().build())).build();
  }

  static String shortHash(String text) {
    return Hashing.sha256()
        .hashString(text, StandardCharsets.UTF_8)
        .toString()
        .substring(0, SHORT_HASH_LENGTH);
  }

  private static boolean hasLettersBeyondLatin(String name) {
    return name.codePoints()
        .filter(Character::isLetter)
        .anyMatch(
            letter -> {
              Character.UnicodeScript script = Character.UnicodeScript.of(letter);
              return script != Character.UnicodeScript.LATIN
                  && script != Character.UnicodeScript.COMMON;
            });
  }
}
