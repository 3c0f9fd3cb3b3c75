package dev.tributary.attribution.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which texts are compared regardless of case: Unicode NFKC and folded in full (ß is
 * ss), without regard to any locale. The four letters i of Turkish are one letter, since a Turkish
 * keyboard turns I into ı and i into İ.
 */
public final class Folding {
  private Folding() {}

  /** The folded text. Applied to a folded text it changes nothing. */
  public static String of(String text) {
    // Through upper case, because only that direction spells out ligatures and ß; first through
    // lower
    // case, because ẞ is its own upper case; composed in between, so that İ of two characters is
    // one.
    String upper = lower(composed(text)).toUpperCase(Locale.ROOT);
    return composed(lower(composed(upper)));
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /**
   * One character at a time: {@link String#toLowerCase} looks at the neighbours of a Greek sigma.
   */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }
}
