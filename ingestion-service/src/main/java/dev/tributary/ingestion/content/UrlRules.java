package dev.tributary.ingestion.content;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;

/** Rules of web addresses that we only pass on. */
public final class UrlRules {
  private static final int CHARACTERS_MAX = 2_000;

  private UrlRules() {}

  /** At most {@value #CHARACTERS_MAX} characters without white space; may be empty. */
  public static void check(String field, String url) throws Rejected {
    Fields.text(field, url, CHARACTERS_MAX);
    if (url.codePoints().anyMatch(Character::isWhitespace)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "has white space in it (expected: an address)");
    }
  }
}
