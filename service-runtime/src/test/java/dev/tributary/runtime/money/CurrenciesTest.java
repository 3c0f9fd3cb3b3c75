package dev.tributary.runtime.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.testing.Seeds;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrenciesTest {

  @ParameterizedTest
  @CsvSource({
    "EUR, 12.34, 1234",
    "EUR, -12.34, -1234",
    "EUR, +0.05, 5",
    "EUR, 12, 1200",
    "EUR, 12.3, 1230",
    "JPY, 500, 500",
    "KWD, 1.234, 1234",
    "CLF, 1.0001, 10001",
    "EUR, -0.00, 0",
    "USD, 92233720368547758.07, 9223372036854775807"
  })
  void an_amount_is_read_in_minor_units(String currency, String decimal, long minor) {
    assertThat(Currencies.parseMinor(currency, decimal)).isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 1.234",
    "EUR, 1.000",
    "JPY, 1.0",
    "EUR, '1,234.00'",
    "EUR, '1,23'",
    "EUR, ''",
    "EUR, .5",
    "EUR, 5.",
    "EUR, 1e3",
    "EUR, ' 1'",
    "EUR, --1",
    "EUR, NaN",
    "EUR, 92233720368547758.08",
    "EUR, ١٢"
  })
  void what_could_mean_another_amount_is_refused(String currency, String decimal) {
    assertThatThrownBy(() -> Currencies.parseMinor(currency, decimal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(decimal);
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 1234, 12.34",
    "EUR, -5, -0.05",
    "EUR, 0, 0.00",
    "JPY, 500, 500",
    "KWD, 1234, 1.234"
  })
  void an_amount_is_shown_with_the_decimals_of_its_currency(
      String currency, long minor, String shown) {
    assertThat(Currencies.format(currency, minor)).isEqualTo(shown);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void what_is_shown_is_read_as_the_same_amount(long seed) {
    RandomGenerator random = Seeds.random(seed);
    for (String currency : new String[] {"EUR", "JPY", "KWD", "CLF"}) {
      long minor = random.nextLong();
      assertThat(Currencies.parseMinor(currency, Currencies.format(currency, minor)))
          .isEqualTo(minor);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "eur", "EURO", "XXX", "XAU", "XTS", "DEM", "€"})
  void what_is_no_currency_is_refused(String code) {
    assertThat(Currencies.isKnown(code)).isFalse();
    assertThatThrownBy(() -> Currencies.exponent(code)).hasMessageContaining("currency: " + code);
  }

  @Test
  void the_table_agrees_with_the_jdk_about_the_currency_of_every_country() {
    Stream.of(Locale.getISOCountries())
        .map(country -> Currency.getInstance(new Locale("", country)))
        .filter(Objects::nonNull)
        .forEach(
            currency ->
                assertThat(Currencies.exponent(currency.getCurrencyCode()))
                    .as(currency.getCurrencyCode())
                    .isEqualTo(currency.getDefaultFractionDigits()));
  }
}
