package dev.tributary.attribution.promocode;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which codes are compared; what people see is kept as entered. Two codes are the same
 * when their keys are: Unicode NFKC, without white space and invisible characters, case folded in
 * full (ß is ss) and without regard to any locale. The four letters i of Turkish are one letter
 * here, since a Turkish keyboard turns I into ı and i into İ.
 */
public final class CodeKey {
  private CodeKey() {}

  /**
   * The key of a code. Applied to a key it changes nothing.
   *
   * @return the key; empty when the code has no visible character
   */
  public static String of(String code) {
    String visible = visible(Normalizer.normalize(code, Normalizer.Form.NFKC));
    // Upper case first, because only that direction spells ligatures and ß out; composed again, so
    // that
    // İ written as two characters folds like the single one.
    String upper = Normalizer.normalize(visible.toUpperCase(Locale.ROOT), Normalizer.Form.NFKC);
    return visible(Normalizer.normalize(lower(upper), Normalizer.Form.NFKC));
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

  /**
   * One character at a time: {@link String#toLowerCase} looks at the neighbours of a Greek sigma.
   */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }
}
