package dev.tributary.ingestion.content;

import dev.tributary.runtime.api.Rejected;

/** What must be true of a value. */
@FunctionalInterface
public interface Rule<T> {
  /**
   * Lets a value pass.
   *
   * @throws Rejected with a field path relative to the value
   */
  void check(T value) throws Rejected;
}
