package dev.tributary.runtime.api;

/** A caller's value made safe for messages: control characters escaped, cut after 80 characters. */
final class Shown {
  private static final int CHARACTERS_MAX = 80;

  private Shown() {}

  static String of(String value) {
    StringBuilder shown = new StringBuilder();
    int characters = 0;
    for (int i = 0; i < value.length() && characters < CHARACTERS_MAX; characters++) {
      int character = value.codePointAt(i);
      i += Character.charCount(character);
      if (isPrintable(character)) {
        shown.appendCodePoint(character);
      } else {
        shown.append(codePoint(character));
      }
    }
    boolean cut = value.codePointCount(0, value.length()) > CHARACTERS_MAX;
    return cut ? shown + "…" : shown.toString();
  }

  /** The usual name of a code point, for example U+0000. */
  static String codePoint(int character) {
    return "U+%04X".formatted(character);
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
