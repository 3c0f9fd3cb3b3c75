package dev.tributary.attribution.promocode;

import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;

/**
 * What a code looks like in capitals, after Unicode's UTS 39: two codes with one skeleton cannot be
 * told apart by eye, such as EMILYO and EMILY0, or TOM in Latin and ТОМ in Cyrillic.
 *
 * <p>Skeletons are stored; another edition of Unicode's table needs a migration that computes them
 * anew.
 */
public final class Skeleton {
  private static final int UNITS_MAX = 255;
  private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

  private Skeleton() {}

  /**
   * The skeleton of a code.
   *
   * @param codeKey {@link CodeKey#of} the code
   * @return at most 255 UTF-16 units; what is longer is cut
   */
  public static String of(String codeKey) {
    String skeleton = CHECKER.getSkeleton(codeKey.toUpperCase(Locale.ROOT));
    return skeleton.length() <= UNITS_MAX ? skeleton : cut(skeleton);
  }

  /** Never between the two halves of a character, which no database takes. */
  private static String cut(String text) {
    boolean isBetweenHalves = Character.isHighSurrogate(text.charAt(UNITS_MAX - 1));
    return text.substring(0, isBetweenHalves ? UNITS_MAX - 1 : UNITS_MAX);
  }
}
