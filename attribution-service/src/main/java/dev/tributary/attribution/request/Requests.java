package dev.tributary.attribution.request;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Rejected;

/** Requests that are about one thing, where a wrong field fails the call. */
public final class Requests {
  private Requests() {}

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
