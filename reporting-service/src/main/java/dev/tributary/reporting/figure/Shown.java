package dev.tributary.reporting.figure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A value as people read it.
 *
 * @param parts the number, one part per currency; empty where there is no number
 * @param coverage how much is behind an incomplete number, for example "496 of 500 posts"; empty
 *     for a complete one
 * @param reason why the number is missing or incomplete, as a sentence; empty when it is complete
 */
public record Shown(List<Part> parts, String coverage, String reason) {
  /** What stands where there is no number. */
  public static final String NONE = "—";

  /** Keeps its own copy. */
  public Shown {
    parts = List.copyOf(parts);
  }

  /**
   * A figure with its unit.
   *
   * @param figure digits with their signs
   * @param unit a currency or "%"; empty for plain numbers
   */
  public record Part(String figure, String unit) {
    /** A figure without unit. */
    static Part plain(String figure) {
      return new Part(figure, "");
    }

    /** Figure and unit. */
    public String text() {
      return unit.isEmpty() ? figure : figure + " " + unit;
    }
  }

  /** Whether there is a number. */
  public boolean isKnown() {
    return !parts.isEmpty();
  }

  /** The number, or {@value #NONE} where there is none. */
  public String text() {
    return parts.isEmpty()
        ? NONE
        : parts.stream().map(Part::text).collect(Collectors.joining(", "));
  }

  /** On one line: {@code 106,060 (496 of 500 posts)}. */
  public String inline() {
    return coverage.isEmpty() ? text() : text() + " (" + coverage + ")";
  }
}
