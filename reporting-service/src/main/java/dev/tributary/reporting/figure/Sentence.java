package dev.tributary.reporting.figure;

import java.util.List;
import java.util.Locale;

/** Small grammar of the texts that are made from figures. */
public final class Sentence {
  private Sentence() {}

  /** The words with a capital and a full stop; nothing stays nothing. */
  public static String of(String words) {
    if (words.isEmpty()) {
      return "";
    }
    int first = words.offsetByCodePoints(0, 1);
    String capital = words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
    return capital.endsWith(".") ? capital : capital + ".";
  }

  /** The number with its noun: "1 post", "2 posts". */
  public static String counted(long count, String singular, String plural) {
    return Numbers.count(count) + " " + (count == 1 ? singular : plural);
  }

  /** A part of a whole: "496 of 500 posts". */
  public static String share(long part, long whole, String unit) {
    return Numbers.count(part) + " of " + Numbers.count(whole) + " " + unit;
  }

  /** Names in a row: "A", "A and B", "A, B and C"; beyond the limit "A, B and 3 others". */
  public static String list(List<String> names, int namesMax) {
    if (names.size() > namesMax) {
      int others = names.size() - namesMax + 1;
      return String.join(", ", names.subList(0, namesMax - 1))
          + " and "
          + counted(others, "other", "others");
    }
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }
}
