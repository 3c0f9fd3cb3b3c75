package dev.tributary.metrics.fact;

import java.time.Instant;

/**
 * One metric of one subject as somebody saw it at a moment, or as it grew on a day.
 *
 * <p>An observation may give one canonical metric under several native names. Only the reading that
 * the vocabulary prefers becomes a {@code Reading}; the same number is never here twice.
 *
 * @param observedTime when it was true
 * @param state whether there is a number
 * @param count the number, zero or more; 0 unless {@code state} is VALUE
 * @param source who saw it
 * @param definitionId definition of the metric in force, for example {@code instagram.views.2025}
 * @param sequence place of the observation in its subject's shard of the feed; the greater of two
 *     was received later
 */
public record Reading(
    Instant observedTime,
    ReadingState state,
    long count,
    Source source,
    String definitionId,
    long sequence) {

  /** Refuses a negative number, and a number beside a state that says there is none. */
  public Reading {
    if (count < 0 || (count != 0 && state != ReadingState.VALUE)) {
      throw new IllegalArgumentException("count: " + count + " with state " + state);
    }
  }

  /** Whether there is a number. */
  public boolean hasNumber() {
    return state == ReadingState.VALUE;
  }
}
