package dev.tributary.metrics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-05-04");

  @Test
  void a_rate_converts_both_ways() {
    Rates rates = Rates.of(List.of(rate("EUR", "SEK", MONDAY, 11_047_500_000L)));

    assertThat(rates.convert(new Money("EUR", 10_000), "SEK", MONDAY))
        .contains(new Money("SEK", 110_475));
    assertThat(rates.convert(new Money("SEK", 110_475), "EUR", MONDAY))
        .contains(new Money("EUR", 10_000));
  }

  @Test
  void money_in_its_own_currency_needs_no_rate() {
    assertThat(Rates.NONE.convert(new Money("EUR", 1), "EUR", MONDAY))
        .contains(new Money("EUR", 1));
  }

  @Test
  void halves_go_to_the_even_neighbour() {
    Rates rates = Rates.of(List.of(rate("EUR", "USD", MONDAY, 500_000_000L)));

    assertThat(rates.convert(new Money("EUR", 5), "USD", MONDAY)).contains(new Money("USD", 2));
    assertThat(rates.convert(new Money("EUR", 7), "USD", MONDAY)).contains(new Money("USD", 4));
    assertThat(rates.convert(new Money("EUR", -5), "USD", MONDAY)).contains(new Money("USD", -2));
  }

  @Test
  void decimals_of_currencies_differ() {
    Rates rates =
        Rates.of(
            List.of(
                rate("EUR", "JPY", MONDAY, 160_000_000_000L),
                rate("EUR", "KWD", MONDAY, 340_000_000L)));

    assertThat(rates.convert(new Money("EUR", 1_000), "JPY", MONDAY))
        .contains(new Money("JPY", 1_600));
    assertThat(rates.convert(new Money("EUR", 1_000), "KWD", MONDAY))
        .contains(new Money("KWD", 3_400));
    assertThat(rates.convert(new Money("JPY", 1_600), "EUR", MONDAY))
        .contains(new Money("EUR", 1_000));
  }

  @Test
  void a_weekend_takes_the_rate_of_friday_but_no_older_one_than_a_week_and_no_later_one() {
    Rates rates = Rates.of(List.of(rate("EUR", "SEK", MONDAY, 11_000_000_000L)));
    Money amount = new Money("EUR", 100);

    assertThat(rates.convert(amount, "SEK", MONDAY.plusDays(7))).isPresent();
    assertThat(rates.convert(amount, "SEK", MONDAY.plusDays(8))).isEmpty();
    assertThat(rates.convert(amount, "SEK", MONDAY.minusDays(1))).isEmpty();
  }

  @Test
  void the_newer_of_direct_and_inverse_rate_counts() {
    Rates rates =
        Rates.of(
            List.of(
                rate("EUR", "SEK", MONDAY, 10_000_000_000L),
                rate("SEK", "EUR", MONDAY.plusDays(1), 50_000_000L)));

    assertThat(rates.convert(new Money("EUR", 100), "SEK", MONDAY.plusDays(1)))
        .contains(new Money("SEK", 2_000));
    assertThat(rates.convert(new Money("EUR", 100), "SEK", MONDAY))
        .contains(new Money("SEK", 1_000));
  }

  @Test
  void what_does_not_fit_is_not_converted() {
    Rates rates = Rates.of(List.of(rate("EUR", "SEK", MONDAY, 11_000_000_000L)));

    assertThat(rates.convert(new Money("EUR", Long.MAX_VALUE), "SEK", MONDAY)).isEmpty();
  }

  private static ExchangeRate rate(String base, String quote, LocalDate date, long nanos) {
    return new ExchangeRate(base, quote, date, nanos);
  }
}
