package dev.tributary.attribution.conversion;

import java.time.Instant;
import java.util.Comparator;

/**
 * How far a payment has come.
 *
 * @param state the state reached
 * @param time when it was reached
 */
public record Payment(PaymentState state, Instant time) implements Comparable<Payment> {
  private static final Comparator<Payment> BY_TIME =
      Comparator.comparing(Payment::time).thenComparing(Payment::state);

  /** Whether nothing is owed to anybody. */
  boolean isVoided() {
    return state == PaymentState.VOIDED;
  }

  /**
   * By time; of two states reached at the same time the one further on is later. So the newest of
   * several is the same in whatever order they come, and a shop that tells no times still gets from
   * PENDING to PAID.
   */
  @Override
  public int compareTo(Payment other) {
    return BY_TIME.compare(this, other);
  }
}
