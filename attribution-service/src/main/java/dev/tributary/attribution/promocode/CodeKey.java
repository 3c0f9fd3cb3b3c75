package dev.tributary.attribution.promocode;

import dev.tributary.attribution.text.Folding;
import java.text.Normalizer;
import java.util.function.IntPredicate;

/**
 * The form in which codes are compared; what people see is kept as entered. Two codes are the same
 * when their keys are: folded by {@link Folding}, without white space, invisible characters and
 * separators, so that EMILY-10, emily_10 and "Emily 10" are one code.
 */
public final class CodeKey {
  /** Signs that are dashes to everybody but to Unicode: minus and the hyphen as a bullet. */
  private static final String OTHER_DASHES = "\u2212\u2043";

  private CodeKey() {}

  /**
   * The key of a code. Applied to a key it changes nothing.
   *
   * @return the key; empty when the code has nothing but separators and invisible characters
   */
  public static String of(String code) {
    return folded(code, character -> isVisible(character) && !isSeparator(character));
  }

  /**
   * The key as it was before separators were dropped. Two codes of those days that differ by
   * nothing else stay two codes: all but one of them keep this key.
   */
  public static String spelled(String code) {
    return folded(code, CodeKey::isVisible);
  }

  private static String folded(String code, IntPredicate kept) {
    // Before folding too, because a character between two others keeps them from being composed.
    String composed = Normalizer.normalize(code, Normalizer.Form.NFKC);
    return only(kept, Folding.of(only(kept, composed)));
  }

  private static String only(IntPredicate kept, String text) {
    StringBuilder left = new StringBuilder(text.length());
    text.codePoints().filter(kept).forEach(left::appendCodePoint);
    return left.toString();
  }

  private static boolean isVisible(int character) {
    return !Character.isWhitespace(character)
        && !Character.isSpaceChar(character)
        && !Character.isISOControl(character)
        && Character.getType(character) != Character.FORMAT
        && !isVariationSelector(character);
  }

  private static boolean isSeparator(int character) {
    int type = Character.getType(character);
    return type == Character.DASH_PUNCTUATION
        || type == Character.CONNECTOR_PUNCTUATION
        || character == '.'
        || OTHER_DASHES.indexOf(character) >= 0;
  }

  /**
   * They choose between two pictures of the character before them, for example a coloured heart.
   */
  private static boolean isVariationSelector(int character) {
    return character >= 0xFE00 && character <= 0xFE0F;
  }
}
