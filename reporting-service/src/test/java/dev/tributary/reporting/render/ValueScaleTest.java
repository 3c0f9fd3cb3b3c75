package dev.tributary.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.reporting.figure.Fraction;
import dev.tributary.runtime.testing.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueScaleTest {
  @Test
  void steps_are_round_and_hold_all_values_and_zero() {
    assertThat(labels(2_416)).containsExactly("0", "1,000", "2,000", "3,000");
    assertThat(labels(500_184)).containsExactly("0", "200K", "400K", "600K");
    assertThat(labels(4_000_000)).containsExactly("0", "1M", "2M", "3M", "4M");
    assertThat(labels(-30, 90)).containsExactly("−50", "0", "50", "100");
  }

  @Test
  void nothing_but_zeros_has_a_scale_too() {
    assertThat(labels(0)).containsExactly("0", "1");
    assertThat(labels()).containsExactly("0", "1");
  }

  @Test
  void small_values_have_small_steps() {
    ValueScale scale = ValueScale.of(List.of(Fraction.of(7, 1_000)));

    assertThat(scale.steps()).hasSizeBetween(3, 6);
    assertThat(scale.high()).isGreaterThanOrEqualTo(Fraction.of(7, 1_000));
  }

  @ParameterizedTest
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void a_scale_has_few_steps_and_every_value_a_place_on_it(long seed) {
    RandomGenerator random = Seeds.random(seed);
    List<Fraction> values =
        Stream.generate(() -> value(random)).limit(1 + random.nextInt(40)).toList();

    ValueScale scale = ValueScale.of(values);

    assertThat(scale.steps()).hasSizeBetween(2, 7);
    assertThat(values)
        .allSatisfy(value -> assertThat(scale.pixel(value, 320, 88)).isBetween(88, 320));
    assertThat(scale.pixel(scale.low(), 320, 88)).isEqualTo(320);
    assertThat(scale.pixel(scale.high(), 320, 88)).isEqualTo(88);
  }

  private static Fraction value(RandomGenerator random) {
    long magnitude = 1L << random.nextInt(50);
    return Fraction.of(random.nextLong(-magnitude, magnitude), 1 + random.nextInt(1_000));
  }

  private static List<String> labels(long... values) {
    List<Fraction> fractions = Arrays.stream(values).mapToObj(Fraction::of).toList();
    return ValueScale.of(fractions).steps().stream().map(ValueScale::label).toList();
  }
}
