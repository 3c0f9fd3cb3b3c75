package dev.tributary.reporting.figure;

/**
 * A value as people read it.
 *
 * @param text the number, or {@value #NONE} where there is none
 * @param coverage how much is behind an incomplete number, for example "496 of 500 posts"; empty
 *     for a complete one
 * @param reason why the number is missing or incomplete, as a sentence; empty when it is complete
 */
public record Shown(String text, String coverage, String reason) {
  /** What stands where there is no number. */
  public static final String NONE = "—";

  /** Text or a complete number. */
  static Shown complete(String text) {
    return new Shown(text, "", "");
  }

  /** Whether there is a number. */
  public boolean isKnown() {
    return !text.equals(NONE);
  }

  /** On one line: {@code 106,060 (496 of 500 posts)}. */
  public String inline() {
    return coverage.isEmpty() ? text : text + " (" + coverage + ")";
  }
}
