package dev.tributary.attribution.promocode;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names in any script as words that everybody can type: A-Z and 0-9. */
final class LatinWords {
  private static final Transliterator TO_ASCII =
      Transliterator.getInstance("Any-Latin; Latin-ASCII");

  /**
   * What stands inside a word without dividing it: apostrophes, and the signs that transliteration
   * makes of soft signs, glottal stops and the like.
   */
  private static final Pattern INSIDE_WORDS =
      Pattern.compile("[\\p{Mn}\\p{Lm}'`\u2018\u2019\u02B9\u02BA\u2032\u2033\"]");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Z0-9]+");

  private LatinWords() {}

  /** The words of a name, in its order; none if it has no letter or digit that can be spelled. */
  static List<String> of(String name) {
    // First what only looks different: letters of mathematics, circled and wide ones.
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
    String ascii = INSIDE_WORDS.matcher(TO_ASCII.transliterate(plain)).replaceAll("");
    return Arrays.stream(BETWEEN_WORDS.split(ascii.toUpperCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
