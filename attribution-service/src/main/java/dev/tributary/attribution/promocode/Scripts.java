package dev.tributary.attribution.promocode;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Alphabets whose letters look alike. */
final class Scripts {
  private static final Set<UnicodeScript> ALIKE =
      EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK);

  private Scripts() {}

  /**
   * Whether a text has letters of more than one of Latin, Cyrillic and Greek: nobody can see that
   * the A of one is not the A of another, so such a code could not be told from the one it
   * imitates.
   */
  static boolean areMixed(String text) {
    Set<UnicodeScript> found = EnumSet.noneOf(UnicodeScript.class);
    text.codePoints().mapToObj(UnicodeScript::of).filter(ALIKE::contains).forEach(found::add);
    return found.size() > 1;
  }
}
