package dev.tributary.attribution.promocode;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What makes a code hard to tell on the phone, or to type on one. */
final class SpokenCode {
  private static final Pattern DIGITS_BETWEEN_LETTERS = Pattern.compile("\\p{L}\\d+\\p{L}");

  /** Five consonants in a row; Y is spoken as a vowel. */
  private static final Pattern NO_VOWEL = Pattern.compile("[B-DF-HJ-NP-TV-XZ]{5}");

  /** A capital behind a small letter: RerR23Z, but not Emily10 nor EMILY10. */
  private static final Pattern ODD_CAPITALS = Pattern.compile("\\p{Ll}\\p{Lu}");

  /** A letter beside the digit that it looks like: EMIL10 reads as EMI110. */
  private static final Pattern DIGIT_OR_LETTER = Pattern.compile("O0|0O|[IL]1|1[IL]");

  private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]");

  private SpokenCode() {}

  /** Each as a half sentence about the code; none when it is easy. */
  static List<String> troubles(String code) {
    String written = Normalizer.normalize(code.strip(), Normalizer.Form.NFC);
    String capitals = written.toUpperCase(Locale.ROOT);
    List<String> troubles = new ArrayList<>();
    note(troubles, DIGITS_BETWEEN_LETTERS, capitals, "has digits between letters");
    note(troubles, NO_VOWEL, capitals, "has many consonants in a row, which nobody can speak");
    note(
        troubles,
        ODD_CAPITALS,
        written,
        "has capitals behind small letters, as if they mattered, which they do not");
    note(
        troubles,
        DIGIT_OR_LETTER,
        capitals,
        "has a letter beside the digit that it looks like (O and 0; I, L and 1)");
    note(troubles, SIGN, written, "has signs other than letters and digits");
    return troubles;
  }

  private static void note(List<String> troubles, Pattern pattern, String text, String trouble) {
    if (pattern.matcher(text).find()) {
      troubles.add(trouble);
    }
  }
}
