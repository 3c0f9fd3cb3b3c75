package dev.tributary.runtime.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.testing.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SplitTest {
  private static final String CASES = "dev.tributary.runtime.testing.Seeds#cases";

  @Test
  void a_cent_that_cannot_be_divided_goes_to_the_earliest() {
    assertThat(Split.byWeights(100, new long[] {1, 1, 1})).containsExactly(34, 33, 33);
    assertThat(Split.byWeights(101, new long[] {1, 1, 1})).containsExactly(34, 34, 33);
  }

  @Test
  void the_largest_remainder_wins_over_the_position() {
    // Exact shares 3.3, 3.3 and 3.4.
    assertThat(Split.byWeights(10, new long[] {33, 33, 34})).containsExactly(3, 3, 4);
  }

  @Test
  void who_has_no_weight_gets_nothing_even_when_cents_are_left() {
    assertThat(Split.byWeights(5, new long[] {0, 1, 0, 1, 1})).containsExactly(0, 2, 0, 2, 1);
  }

  @Test
  void a_refund_takes_back_exactly_what_was_given() {
    assertThat(Split.byWeights(-100, new long[] {1, 1, 1})).containsExactly(-34, -33, -33);
  }

  @Test
  void the_largest_numbers_of_a_long_are_divided_exactly() {
    long[] weights = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
    assertThat(Split.byWeights(Long.MIN_VALUE, new long[] {7})).containsExactly(Long.MIN_VALUE);
    assertThat(sum(Split.byWeights(Long.MIN_VALUE, weights))).isEqualTo(Long.MIN_VALUE);
    assertThat(sum(Split.byWeights(Long.MAX_VALUE, weights))).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void weights_that_divide_nothing_are_refused() {
    assertThatThrownBy(() -> Split.byWeights(1, new long[] {0, 0}))
        .hasMessageContaining("one above zero");
    assertThatThrownBy(() -> Split.byWeights(1, new long[0]))
        .hasMessageContaining("one above zero");
    assertThatThrownBy(() -> Split.byWeights(1, new long[] {2, -1})).hasMessageContaining("-1");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(CASES)
  void parts_add_up_to_the_total(long seed) {
    var split = Case.of(seed);
    assertThat(sum(split.parts())).isEqualTo(split.total);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(CASES)
  void every_part_lies_within_one_unit_of_its_exact_share(long seed) {
    var split = Case.of(seed);
    long[] parts = split.parts();
    for (int i = 0; i < parts.length; i++) {
      assertThat(split.exactShare(i).subtract(BigDecimal.valueOf(parts[i])).abs())
          .isLessThan(BigDecimal.ONE);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(CASES)
  void the_sign_of_the_total_is_the_only_difference_between_a_sale_and_its_refund(long seed) {
    var split = Case.of(seed);
    long[] refund = Split.byWeights(-split.total, split.weights);
    assertThat(Arrays.stream(refund).map(part -> -part)).containsExactly(boxed(split.parts()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(CASES)
  void who_weighs_more_never_gets_less(long seed) {
    var split = Case.of(seed);
    long[] parts = Split.byWeights(Math.abs(split.total), split.weights);
    for (int i = 0; i < parts.length; i++) {
      for (int j = 0; j < parts.length; j++) {
        if (split.weights[i] > split.weights[j]) {
          assertThat(parts[i]).isGreaterThanOrEqualTo(parts[j]);
        }
      }
    }
  }

  private static long sum(long[] parts) {
    return Arrays.stream(parts)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add)
        .longValueExact();
  }

  private static Long[] boxed(long[] parts) {
    return Arrays.stream(parts).boxed().toArray(Long[]::new);
  }

  /** Totals and weights of every size, from nothing to nearly 63 bits. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Case(long total, long[] weights) {
    static Case of(long seed) {
      RandomGenerator random = Seeds.random(seed);
      long total = random.nextLong() >> random.nextInt(1, 64);
      long[] weights =
          LongStream.generate(
                  () -> random.nextInt(5) == 0 ? 0 : random.nextLong() >>> random.nextInt(1, 64))
              .limit(random.nextInt(1, 20))
              .toArray();
      weights[random.nextInt(weights.length)] = 1 + (random.nextLong() >>> random.nextInt(2, 64));
      return new Case(total, weights);
    }

    long[] parts() {
      return Split.byWeights(total, weights);
    }

    BigDecimal exactShare(int i) {
      BigDecimal all =
          Arrays.stream(weights)
              .mapToObj(BigDecimal::valueOf)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      return BigDecimal.valueOf(total)
          .multiply(BigDecimal.valueOf(weights[i]))
          .divide(all, new MathContext(80));
    }
  }
}
