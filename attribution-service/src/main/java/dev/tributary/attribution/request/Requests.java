package dev.tributary.attribution.request;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Rejected;
import java.util.List;

/** Requests that are about one thing, where a wrong field fails the call. */
public final class Requests {
  private static final int POSITIONS_MAX = 20;

  private Requests() {}

  /**
   * The positions that a read waits for.
   *
   * @param atLeast tokens of the request
   * @throws ApiException FIELD_INVALID if there are more than 20
   */
  public static List<String> positions(List<String> atLeast) {
    if (atLeast.size() > POSITIONS_MAX) {
      throw ApiException.fieldInvalid(
          "at_least", atLeast.size() + " values (expected: 0-" + POSITIONS_MAX + ")");
    }
    return atLeast;
  }

  /**
   * A field of the request, for example {@code Requests.field(() -> Fields.id("code_id", id))}.
   *
   * @throws ApiException FIELD_INVALID if the field is refused
   */
  public static <T> T field(Parsing<T> parsing) {
    try {
      return parsing.parse();
    } catch (Rejected rejected) {
      throw ApiException.fieldInvalid(rejected);
    }
  }

  /**
   * Parses a field.
   *
   * @param <T> what it gives
   */
  @FunctionalInterface
  public interface Parsing<T> {
    /** The value, or why it is refused. */
    T parse() throws Rejected;
  }
}
