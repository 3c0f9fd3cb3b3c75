package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.ReadingState;

/**
 * Something that a number lacks.
 *
 * @param state why, for programs; never VALUE
 * @param reason why, in words without a full stop, for example {@code YouTube gives no reach}
 */
public record Gap(ReadingState state, String reason) {

  /** Refuses a gap where there is none. */
  public Gap {
    if (state == ReadingState.VALUE) {
      throw new IllegalArgumentException("state: VALUE (expected: why there is none)");
    }
  }

  /** It exists, and nobody looked. */
  static Gap notCollected(String reason) {
    return new Gap(ReadingState.NOT_COLLECTED, reason);
  }

  /** There is no such number. */
  static Gap notAvailable(String reason) {
    return new Gap(ReadingState.NOT_AVAILABLE, reason);
  }
}
