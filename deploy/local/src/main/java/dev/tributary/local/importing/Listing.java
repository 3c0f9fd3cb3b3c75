package dev.tributary.local.importing;

import java.util.ArrayList;
import java.util.List;

/** Lines of a summary: the first of them word by word, the others by number. */
final class Listing {
  private static final int LINES_MAX = 200;

  private final List<String> lines = new ArrayList<>();
  private long count;

  void add(String line) {
    count++;
    if (lines.size() < LINES_MAX) {
      lines.add(line);
    }
  }

  /** The lines, and how many more there were. */
  List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    if (count > lines.size()) {
      all.add("... and %,d more".formatted(count - lines.size()));
    }
    return all;
  }
}
