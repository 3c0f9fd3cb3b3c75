package dev.tributary.local.output;

import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns: the first column to the left, numbers to the right. */
public final class TextTable {
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
    grow(widths, headings);
    rows.forEach(row -> grow(widths, row));
    List<String> lines = new ArrayList<>();
    lines.add(indent + line(headings, widths));
    lines.add(indent + rule(widths));
    rows.forEach(row -> lines.add(indent + line(row, widths)));
    return lines;
  }

  private static void grow(int[] widths, List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], length(cells.get(i)));
    }
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - length(cells.get(i)));
      line.append(i == 0 ? cells.get(i) + padding : "  " + padding + cells.get(i));
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
