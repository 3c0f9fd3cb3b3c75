package dev.tributary.metrics.load;

import java.util.Optional;

/** Ids as tables hold them: empty for none, so that they can be part of a key. */
final class Ids {
  private Ids() {}

  /** The id, if there is one. */
  static Optional<String> optional(String id) {
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }
}
