package dev.tributary.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @Test
  void counts_are_grouped_and_keep_a_true_minus_sign() {
    assertThat(Numbers.count(14_792_974)).isEqualTo("14,792,974");
    assertThat(Numbers.count(0)).isEqualTo("0");
    assertThat(Numbers.count(-1_200)).isEqualTo("−1,200");
    assertThat(Numbers.count(Long.MIN_VALUE)).isEqualTo("−9,223,372,036,854,775,808");
  }

  @ParameterizedTest
  @CsvSource({
    "106060, 14792974, 0.717 %",
    "1, 2, 50.0 %",
    "2, 1, 200 %",
    "12345, 1000, '1,230 %'",
    "1, 1000000, 0.000100 %",
    "0, 7, 0 %",
    "-2060, 100000, −2.06 %",
    "9996, 10000, 100 %",
    "99949, 100000, 99.9 %"
  })
  void rates_have_three_significant_digits(long numerator, long denominator, String shown) {
    assertThat(Numbers.percent(Fraction.of(numerator, denominator))).isEqualTo(shown);
  }

  @Test
  void rates_are_rounded_half_even() {
    assertThat(Numbers.rate(Fraction.of(1_245, 1_000))).isEqualTo("1.24");
    assertThat(Numbers.rate(Fraction.of(1_255, 1_000))).isEqualTo("1.26");
  }

  @Test
  void parts_of_a_count_have_two_decimals_at_most() {
    assertThat(Numbers.decimal(Fraction.of(823, 2))).isEqualTo("411.5");
    assertThat(Numbers.decimal(Fraction.of(1_000))).isEqualTo("1,000");
    assertThat(Numbers.decimal(Fraction.of(1, 3))).isEqualTo("0.33");
  }

  @Test
  void a_range_of_one_number_is_that_number() {
    assertThat(Numbers.range(12_000, 45_000)).isEqualTo("12,000–45,000");
    assertThat(Numbers.range(7, 7)).isEqualTo("7");
  }

  @Test
  void the_machines_locale_changes_nothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Numbers.count(12_345)).isEqualTo("12,345");
      assertThat(Dates.minute(Instant.EPOCH, ZoneOffset.UTC)).isEqualTo("1 Jan 1970, 00:00");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_fraction_is_never_over_zero() {
    assertThatThrownBy(() -> Fraction.of(0, 0)).hasMessage("denominator: 0 (expected: above 0)");
  }

  @Test
  void a_fraction_too_long_for_the_contract_loses_only_its_last_bits() {
    Fraction huge = Fraction.of(Long.MAX_VALUE, 3).times(Fraction.of(Long.MAX_VALUE, 7));

    assertThat(huge.toRatio().getDenominator()).isPositive();
    assertThat(Fraction.of(2, 4).toRatio().getDenominator()).isEqualTo(2);
  }
}
