package dev.tributary.reporting.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads lists to their end. */
final class Pages {
  /** The most that every list of ours gives at once. */
  static final int SIZE_MAX = 1_000;

  private Pages() {}

  /**
   * Every page of a list, at least one.
   *
   * @param ask gives the page of a token; the first page's token is empty
   * @param next token of the page after; empty after the last
   */
  static <P> List<P> all(Function<String, P> ask, Function<P, String> next) {
    List<P> pages = new ArrayList<>();
    String token = "";
    do {
      P page = ask.apply(token);
      pages.add(page);
      token = next.apply(page);
    } while (!token.isEmpty());
    return pages;
  }
}
