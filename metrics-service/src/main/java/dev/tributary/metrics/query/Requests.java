package dev.tributary.metrics.query;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Rejected;
import java.util.Collection;

/** Rules that all requests share. A wrong field fails the call. */
final class Requests {
  private static final int POSITIONS_MAX = 20;

  private Requests() {}

  /**
   * Parses a request.
   *
   * @throws ApiException FIELD_INVALID if a field is refused
   */
  static <T> T parsed(Parsing<T> parsing) {
    try {
      return parsing.parse();
    } catch (Rejected rejected) {
      throw ApiException.fieldInvalid(rejected);
    }
  }

  /** Lets at most so many values pass. */
  static void requireAtMost(String field, Collection<?> values, int countMax) {
    requireCount(field, values, 0, countMax);
  }

  /** Lets pass what has so many values. */
  static void requireCount(String field, Collection<?> values, int countMin, int countMax) {
    if (values.size() < countMin || values.size() > countMax) {
      throw ApiException.fieldInvalid(
          field, values.size() + " values (expected: " + countMin + "-" + countMax + ")");
    }
  }

  /** Lets at most {@value #POSITIONS_MAX} positions pass. */
  static void requirePositions(Collection<String> atLeast) {
    requireAtMost("at_least", atLeast, POSITIONS_MAX);
  }

  /**
   * Parses a request.
   *
   * @param <T> what it gives
   */
  @FunctionalInterface
  interface Parsing<T> {
    /** The value, or why it is refused. */
    T parse() throws Rejected;
  }
}
