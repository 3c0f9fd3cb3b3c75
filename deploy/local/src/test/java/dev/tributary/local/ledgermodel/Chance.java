package dev.tributary.local.ledgermodel;

import dev.tributary.runtime.testing.Seeds;
import java.util.List;
import java.util.random.RandomGenerator;

/** Chance that repeats itself for a seed. */
final class Chance {
  private final RandomGenerator random;

  Chance(long seed) {
    this.random = Seeds.random(seed);
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** From 0 up to and without the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both included. */
  long between(long first, long last) {
    return random.nextLong(first, last + 1);
  }

  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
