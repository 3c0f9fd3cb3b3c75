package dev.tributary.local.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rows in aligned columns: columns of numbers to the right, all others to the left. */
public final class TextTable {
  private static final String ABSENT = "—";

  /** What numbers begin with, also bounds such as "≤ 5". */
  private static final Pattern NUMBER = Pattern.compile("[-+−≤≥<>~]? ?\\d(?!\\d{3}-)");

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table without rows. */
  public TextTable(List<String> headings) {
    this.headings = List.copyOf(headings);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not one cell per heading
   */
  public void add(List<String> cells) {
    if (cells.size() != headings.size()) {
      throw new IllegalArgumentException(
          "cells: " + cells.size() + " (expected: " + headings.size() + ")");
    }
    rows.add(List.copyOf(cells));
  }

  /** The table as lines, each behind the indent. */
  public List<String> lines(String indent) {
    int[] widths = new int[headings.size()];
    boolean[] toTheRight = new boolean[headings.size()];
    grow(widths, headings);
    rows.forEach(row -> grow(widths, row));
    for (int i = 0; i < toTheRight.length; i++) {
      toTheRight[i] = isOfNumbers(i);
    }
    List<String> lines = new ArrayList<>();
    lines.add(indent + line(headings, widths, toTheRight));
    lines.add(indent + rule(widths));
    rows.forEach(row -> lines.add(indent + line(row, widths, toTheRight)));
    return lines;
  }

  /** The first column names its row; of the others, those with a number and no word in front. */
  private boolean isOfNumbers(int column) {
    List<String> filled =
        rows.stream()
            .map(row -> row.get(column))
            .filter(cell -> !cell.isEmpty() && !cell.equals(ABSENT))
            .toList();
    return column > 0 && filled.stream().allMatch(cell -> NUMBER.matcher(cell).lookingAt());
  }

  private static void grow(int[] widths, List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], length(cells.get(i)));
    }
  }

  private static String line(List<String> cells, int[] widths, boolean[] toTheRight) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - length(cells.get(i)));
      line.append(i == 0 ? "" : "  ");
      line.append(toTheRight[i] ? padding + cells.get(i) : cells.get(i) + padding);
    }
    return line.toString().stripTrailing();
  }

  private static String rule(int[] widths) {
    List<String> parts = new ArrayList<>();
    for (int width : widths) {
      parts.add("─".repeat(width));
    }
    return String.join("──", parts);
  }

  /** Characters as people count them, so that names with accents keep the columns straight. */
  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
