package dev.tributary.attribution.promocode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Codes that people can remember, made of a creator's name and the discount: EMILY10. When that is
 * taken the fuller name, then the name with one word behind it, with two, and at last with a
 * number.
 */
final class CodeNames {
  private static final int CHARACTERS_MIN = 4;
  private static final int CHARACTERS_MAX = 20;

  /**
   * Easy to say and to spell, without O, I and L, so that none of them can be read as 0 or 1; the
   * nicest first.
   */
  private static final List<String> WORDS =
      List.of(
          "FANS", "TEAM", "STAR", "FAVE", "TREAT", "HAPPY", "SUPER", "CREW", "BEST", "SWEET",
          "SUNNY", "EXTRA", "SMART", "GREAT", "FRESH", "PARTY", "BRAVE", "CHEER", "MERRY", "EASY",
          "DREAM", "SPARK", "GEM", "SAVE", "PERK", "BUDDY", "MAGNET", "PEACH", "HEART", "WAVE",
          "CANDY", "RANGER");

  private static final String DIGITS = "23456789";

  private CodeNames() {}

  /** All codes for a creator, best first, each once; there are more than 3,000 for every name. */
  static Stream<String> of(CodeWish wish) {
    Set<String> names = names(wish);
    String name = names.isEmpty() ? "" : names.iterator().next();
    return Stream.of(
            names.stream().flatMap(each -> Stream.of(code(each, "", wish))),
            WORDS.stream().map(word -> code(name, word, wish)),
            wordPairs().map(pair -> code(name, pair, wish)),
            numbers().flatMap(number -> numbered(name, number, wish)))
        .flatMap(codes -> codes)
        .filter(code -> code.length() >= CHARACTERS_MIN)
        .distinct();
  }

  /** First name, first name and the next, the whole name, the handle. */
  private static Set<String> names(CodeWish wish) {
    List<String> words = LatinWords.of(wish.displayName());
    Set<String> names = new LinkedHashSet<>();
    for (int count : List.of(1, 2, words.size())) {
      names.add(String.join("", words.subList(0, Math.min(count, words.size()))));
    }
    names.add(String.join("", LatinWords.of(wish.handle())));
    names.remove("");
    return names;
  }

  /** A long name is cut, never the discount. */
  private static String code(String name, String word, CodeWish wish) {
    int room = CHARACTERS_MAX - word.length() - wish.discount().length();
    String fitting = name.substring(0, Math.min(room, name.length()));
    // A name that ends with a digit would change the discount.
    boolean runsIntoDiscount =
        word.isEmpty() && endsWithDigit(fitting) && !wish.discount().isEmpty();
    return runsIntoDiscount ? "" : fitting + word + wish.discount();
  }

  private static boolean endsWithDigit(String name) {
    return !name.isEmpty() && Character.isDigit(name.charAt(name.length() - 1));
  }

  private static Stream<String> wordPairs() {
    return WORDS.stream()
        .flatMap(
            first -> WORDS.stream().filter(second -> !second.equals(first)).map(first::concat));
  }

  private static Stream<String> numbered(String name, String number, CodeWish wish) {
    return WORDS.stream().map(word -> code(name, number + word, wish));
  }

  /** 2 to 9, then those of two digits without 0 and 1. */
  private static Stream<String> numbers() {
    List<String> numbers = new ArrayList<>();
    DIGITS.chars().mapToObj(Character::toString).forEach(numbers::add);
    for (String tens : List.copyOf(numbers)) {
      DIGITS.chars().mapToObj(Character::toString).map(tens::concat).forEach(numbers::add);
    }
    return numbers.stream();
  }
}
