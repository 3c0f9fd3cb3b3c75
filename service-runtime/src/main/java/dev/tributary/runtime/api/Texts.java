package dev.tributary.runtime.api;

import dev.tributary.type.v1.ErrorReason;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Rules for the characters of a text. What may hold a person's data is never repeated in a message.
 */
final class Texts {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final int FOREIGN_ID_BYTES_MAX = 255;

  private Texts() {}

  static String id(String field, String value) throws Rejected {
    if (!ID.matcher(value).matches()) {
      throw malformed(
          field, "\"" + Shown.of(value) + "\" (expected: 1-64 of letters, digits and . _ : -)");
    }
    return value;
  }

  static String foreignId(String field, String value) throws Rejected {
    refuse(field, value, Character::isISOControl, "no control characters");
    if (isSpace(value.codePointAt(0)) || isSpace(value.codePointBefore(value.length()))) {
      throw malformed(field, "a space at its start or end (expected: none)");
    }
    int bytes = value.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > FOREIGN_ID_BYTES_MAX) {
      throw malformed(field, bytes + " bytes in UTF-8 (expected: 1-" + FOREIGN_ID_BYTES_MAX + ")");
    }
    return value;
  }

  static String text(String field, String value, int charactersMax) throws Rejected {
    refuse(field, value, Texts::isUnusualControl, "no control characters but newline and tab");
    int characters = value.codePointCount(0, value.length());
    if (characters > charactersMax) {
      throw malformed(field, characters + " characters (expected: at most " + charactersMax + ")");
    }
    return value;
  }

  private static void refuse(String field, String value, IntPredicate refused, String expected)
      throws Rejected {
    for (int i = 0; i < value.length(); ) {
      int character = value.codePointAt(i);
      if (refused.test(character) || isLoneSurrogate(character)) {
        String message = "%s at %d (expected: Unicode text, %s)";
        throw malformed(field, message.formatted(Shown.codePoint(character), i, expected));
      }
      i += Character.charCount(character);
    }
  }

  private static boolean isUnusualControl(int character) {
    return Character.isISOControl(character) && character != '\n' && character != '\t';
  }

  private static boolean isLoneSurrogate(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  private static Rejected malformed(String field, String message) {
    return new Rejected(ErrorReason.ERROR_REASON_FIELD_MALFORMED, field, message);
  }
}
