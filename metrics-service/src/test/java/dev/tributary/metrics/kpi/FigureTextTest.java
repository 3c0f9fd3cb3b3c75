package dev.tributary.metrics.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTextTest {
  @Test
  void rates_have_three_digits() {
    assertThat(percent(106_060, 14_792_974)).isEqualTo("0.717 %");
    assertThat(percent(1, 8)).isEqualTo("12.5 %");
    assertThat(percent(2, 1)).isEqualTo("200 %");
    assertThat(percent(123_456, 10_000)).isEqualTo("1,235 %");
    assertThat(percent(0, 5)).isEqualTo("0 %");
    assertThat(percent(-1, 2)).isEqualTo("-50 %");
    assertThat(percent(20, 100)).isEqualTo("20 %");
  }

  @Test
  void multiples_have_two_decimals() {
    assertThat(FigureText.of(new Figure.Ratio(3, 1), KpiUnit.MULTIPLE)).isEqualTo("3.00x");
  }

  @Test
  void money_has_the_decimals_of_its_currency() {
    assertThat(text(new Figure.Amount(new Money("EUR", 123_456)))).isEqualTo("1,234.56 EUR");
    assertThat(text(new Figure.Amount(new Money("JPY", 1_234)))).isEqualTo("1,234 JPY");
    assertThat(text(new Figure.Totals(List.of(new Money("EUR", 100), new Money("SEK", 200)))))
        .isEqualTo("1.00 EUR and 2.00 SEK");
  }

  @Test
  void money_per_unit_is_shown_finer_when_it_is_tiny() {
    assertThat(text(new Figure.PerUnit("EUR", 100_000, 500, 1))).isEqualTo("2.00 EUR");
    assertThat(text(new Figure.PerUnit("EUR", 100, 3, 1))).isEqualTo("0.33 EUR");
    assertThat(text(new Figure.PerUnit("EUR", 100, 300, 1))).isEqualTo("0.0033 EUR");
    assertThat(text(new Figure.PerUnit("EUR", 0, 300, 1))).isEqualTo("0.00 EUR");
    assertThat(text(new Figure.PerUnit("EUR", 4_000, 1_333_333, 1_000_000))).isEqualTo("30.00 EUR");
    assertThat(text(new Figure.PerUnit("JPY", 1_000, 3, 1))).isEqualTo("333 JPY");
  }

  private static String percent(long numerator, long denominator) {
    return FigureText.of(new Figure.Ratio(numerator, denominator), KpiUnit.PERCENT);
  }

  private static String text(Figure figure) {
    return FigureText.of(figure, KpiUnit.COUNT);
  }
}
