package dev.tributary.attribution.promocode;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;

/** Scripts whose letters look alike, after Unicode's UTS 39. */
final class Scripts {
  private static final SpoofChecker CHECKER =
      new SpoofChecker.Builder()
          .setChecks(SpoofChecker.RESTRICTION_LEVEL)
          .setRestrictionLevel(RestrictionLevel.MODERATELY_RESTRICTIVE)
          .build();

  private Scripts() {}

  /**
   * Whether a text has letters of scripts that nobody writes together: nobody can see that the A of
   * Latin is not the A of Cyrillic or Greek, so such a code could not be told from the one it
   * imitates. Latin beside one other script that does not look like it is usual, as in SALE割引.
   */
  static boolean areMixed(String text) {
    return CHECKER.failsChecks(text);
  }
}
