package dev.tributary.runtime.testing;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Seeds for property tests. A run always uses the same ones unless {@code -Dtributary.seed=N} gives
 * another start, so that a build is repeatable and a failure is too: the failing case's seed stands
 * in the name of its test.
 *
 * <p>Name {@code "dev.tributary.runtime.testing.Seeds#cases"} as the method source of a
 * parameterized test that takes a {@code long seed}, and draw everything from {@code
 * Seeds.random(seed)}.
 */
public final class Seeds {
  /** Cases of {@link #cases()}. */
  public static final int CASES = 100;

  private static final long SEED_DEFAULT = 20_261_121;

  private static final long SEED = Long.getLong("tributary.seed", SEED_DEFAULT);

  static {
    System.out.println("tributary.seed=" + SEED);
  }

  private Seeds() {}

  /** The seed of the run. */
  public static long seed() {
    return SEED;
  }

  /** One seed for each of {@value #CASES} cases; a method source. */
  public static LongStream cases() {
    return cases(CASES);
  }

  /** One seed for each case. */
  public static LongStream cases(int count) {
    return new SplittableRandom(SEED).longs(count);
  }

  /** Chance that is the same for the same seed. */
  public static RandomGenerator random(long seed) {
    return new SplittableRandom(seed);
  }
}
