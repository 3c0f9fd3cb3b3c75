package dev.tributary.attribution.request;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;

/** Texts of one line: no control characters at all, newline and tab included. */
public final class SingleLine {
  private SingleLine() {}

  /** A text, possibly empty, of at most {@code charactersMax} code points. */
  public static String text(String field, String value, int charactersMax) throws Rejected {
    Fields.text(field, value, charactersMax);
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new Rejected(
            ErrorReason.ERROR_REASON_FIELD_MALFORMED,
            field,
            "a control character (expected: text of one line)");
      }
    }
    return value;
  }

  /** Like {@link #text}, but not empty. */
  public static String requiredText(String field, String value, int charactersMax) throws Rejected {
    return text(field, Fields.requiredText(field, value, charactersMax), charactersMax);
  }
}
