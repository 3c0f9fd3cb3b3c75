package dev.tributary.ingestion.content;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** Rules of languages. */
public final class LanguageRules {
  /** Longest tag, in characters. */
  public static final int CHARACTERS_MAX = 35;

  private LanguageRules() {}

  /** A well-formed BCP 47 tag. */
  public static void check(String field, String tag) throws Rejected {
    Fields.requiredText(field, tag, CHARACTERS_MAX);
    try {
      new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException malformed) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          tag.length() + " characters (expected: a BCP 47 tag, for example pt-BR)");
    }
  }
}
