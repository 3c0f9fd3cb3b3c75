package dev.tributary.attribution.promocode;

/**
 * What is counted against a limit: uses, or minor units of discount.
 *
 * @param used by recorded orders, 0 or more
 * @param held for the time being, 0 or more
 */
record Tally(long used, long held) {
  /** Nothing yet. */
  static final Tally NONE = new Tally(0, 0);

  /** Refuses negative numbers with {@link IllegalArgumentException}. */
  Tally {
    if (used < 0 || held < 0) {
      throw new IllegalArgumentException(
          "tally: " + used + " used, " + held + " held (expected: 0 or more of both)");
    }
  }

  /** With so much more in hand. */
  Tally hold(long count) {
    return new Tally(used, Math.addExact(held, count));
  }

  /** With so much that was in hand given back. */
  Tally release(long count) {
    return new Tally(used, held - count);
  }

  /** With so much that was in hand used. */
  Tally use(long count) {
    return new Tally(Math.addExact(used, count), held - count);
  }

  /** With so much more used that was not in hand. */
  Tally take(long count) {
    return new Tally(Math.addExact(used, count), held);
  }

  /** With so much that was used given back. */
  Tally giveBack(long count) {
    return new Tally(used - count, held);
  }

  /** The sum of both. */
  Tally plus(Tally other) {
    return new Tally(Math.addExact(used, other.used), Math.addExact(held, other.held));
  }

  /** What a limit leaves, never below zero, since limits may be lowered. */
  long leftOf(long limit) {
    return Math.max(0, limit - Math.addExact(used, held));
  }
}
