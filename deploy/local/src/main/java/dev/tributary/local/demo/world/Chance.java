package dev.tributary.local.demo.world;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Seeded chance. Every part of the world draws from a stream of its own, so that a change in one
 * part does not shake the others.
 */
final class Chance {
  private final SplittableRandom random;

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  /** The stream of one part of the world. */
  static Chance of(long seed, String part) {
    return new Chance(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + part.hashCode()));
  }

  /** Whether something of the given probability, 0-1, happens this time. */
  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number from min to max, both inclusive. */
  int between(int min, int max) {
    return random.nextInt(min, max + 1);
  }

  /** A number from min up to max. */
  double between(double min, double max) {
    return min + random.nextDouble() * (max - min);
  }

  /** One of the things, each as likely as the others. */
  <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** An index, as likely as its weight; the weights are given as running sums. */
  int weighted(double[] runningSums) {
    double mark = random.nextDouble() * runningSums[runningSums.length - 1];
    int low = 0;
    int high = runningSums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runningSums[middle] > mark) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** A log-normal number with the given median; spread 0.5 is moderate, 1 is wild. */
  double around(double median, double spread) {
    return median * Math.exp(spread * random.nextGaussian());
  }

  /** A waiting time with the given mean, exponentially distributed. */
  Duration waiting(Duration mean) {
    return Duration.ofMillis(Math.round(-Math.log(1 - random.nextDouble()) * mean.toMillis()));
  }

  /** For makers of ids. */
  RandomGenerator generator() {
    return random;
  }

  /** Running sums of weights, for {@link #weighted}. */
  static double[] runningSums(List<Double> weights) {
    double[] sums = new double[weights.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += weights.get(i);
      sums[i] = sum;
    }
    return sums;
  }
}
