package dev.tributary.runtime.money;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides an amount so that the parts add up to it exactly.
 *
 * <p>The largest remainder method (Hamilton's): everyone gets the exact share rounded towards zero,
 * and what is left goes, one minor unit each, to the largest remainders. Each part lies within one
 * minor unit of its exact share, and a part without weight is zero.
 */
public final class Split {
  private Split() {}

  /**
   * Parts of {@code total} in proportion to {@code weights}, in their order. Ties go to the
   * earliest position, so the caller's order decides and must be stable. A negative total gives
   * exactly the negated parts of the positive one: a full refund takes back what was given.
   *
   * @param total minor units, any sign
   * @param weights each zero or more, at least one above zero; their sum may exceed 64 bits
   * @throws IllegalArgumentException if there is no positive weight or a negative one
   */
  public static long[] byWeights(long total, long[] weights) {
    return parts(total, weights).stream().mapToLong(Part::amount).toArray();
  }

  /**
   * The same with the steps to each part.
   *
   * @param total minor units, any sign
   * @param weights each zero or more, at least one above zero; their sum may exceed 64 bits
   * @throws IllegalArgumentException if there is no positive weight or a negative one
   */
  public static List<Part> parts(long total, long[] weights) {
    BigInteger sum = sum(weights);
    BigInteger size = BigInteger.valueOf(total).abs();
    var quotas = new BigInteger[weights.length];
    var remainders = new BigInteger[weights.length];
    BigInteger left = size;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] share = size.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(sum);
      quotas[i] = share[0];
      remainders[i] = share[1];
      left = left.subtract(share[0]);
    }
    // What is left is smaller than the number of nonzero remainders, since each of them is below
    // one unit.
    var hasUnit = new boolean[weights.length];
    largestFirst(remainders).limit(left.intValueExact()).forEach(i -> hasUnit[i] = true);
    return IntStream.range(0, weights.length)
        .mapToObj(
            i ->
                new Part(
                    (total < 0 ? quotas[i].negate() : quotas[i]).longValueExact(),
                    remainders[i],
                    hasUnit[i] ? Long.signum(total) : 0))
        .toList();
  }

  /**
   * One part of an amount, and how it came about.
   *
   * @param quota whole units of the exact share, of the total's sign
   * @param remainder what that leaves of the exact share, in parts of the sum of all weights
   * @param unit the unit that was left over and went here: 1 or -1, else 0
   */
  public record Part(long quota, BigInteger remainder, int unit) {
    /** The part. */
    public long amount() {
      return quota + unit;
    }
  }

  private static BigInteger sum(long[] weights) {
    BigInteger sum = BigInteger.ZERO;
    for (long weight : weights) {
      if (weight < 0) {
        throw new IllegalArgumentException("weights: " + weight + " (expected: zero or more)");
      }
      sum = sum.add(BigInteger.valueOf(weight));
    }
    if (sum.signum() == 0) {
      throw new IllegalArgumentException(
          "weights: " + Arrays.toString(weights) + " (expected: one above zero)");
    }
    return sum;
  }

  /** Positions by remainder; the sort is stable, so equal remainders keep their order. */
  private static IntStream largestFirst(BigInteger[] remainders) {
    return IntStream.range(0, remainders.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
        .mapToInt(Integer::intValue);
  }
}
