package dev.tributary.attribution.promocode;

import dev.tributary.attribution.text.Folding;
import java.text.Normalizer;

/**
 * The form in which codes are compared; what people see is kept as entered. Two codes are the same
 * when their keys are: folded by {@link Folding}, without white space and invisible characters.
 */
public final class CodeKey {
  private CodeKey() {}

  /**
   * The key of a code. Applied to a key it changes nothing.
   *
   * @return the key; empty when the code has no visible character
   */
  public static String of(String code) {
    // Before folding too, because a character between two others keeps them from being composed.
    String visible = visible(Normalizer.normalize(code, Normalizer.Form.NFKC));
    return visible(Folding.of(visible));
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().filter(CodeKey::isVisible).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  private static boolean isVisible(int character) {
    return !Character.isWhitespace(character)
        && !Character.isSpaceChar(character)
        && !Character.isISOControl(character)
        && Character.getType(character) != Character.FORMAT
        && !isVariationSelector(character);
  }

  /**
   * They choose between two pictures of the character before them, for example a coloured heart.
   */
  private static boolean isVariationSelector(int character) {
    return character >= 0xFE00 && character <= 0xFE0F;
  }
}
