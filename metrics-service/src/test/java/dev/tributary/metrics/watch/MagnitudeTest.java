package dev.tributary.metrics.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.kpi.Figure;
import dev.tributary.runtime.money.Money;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MagnitudeTest {
  @Test
  void a_count_is_a_share_of_its_target() {
    assertThat(millionths(count(750), count(1_000))).hasValue(750_000);
    assertThat(millionths(count(0), count(1_000))).hasValue(0);
    assertThat(millionths(count(-5), count(1_000))).hasValue(-5_000);
  }

  @Test
  void a_third_is_rounded_half_up_only_at_the_end() {
    assertThat(millionths(count(2), count(3))).hasValue(666_667);
    assertThat(millionths(new Figure.Ratio(1, 3), new Figure.Ratio(2, 3))).hasValue(500_000);
  }

  @Test
  void a_rate_is_compared_with_millionths() {
    assertThat(
            millionths(new Figure.Ratio(300_000, 100_000), new Figure.Ratio(4_000_000, 1_000_000)))
        .hasValue(750_000);
  }

  @Test
  void money_per_unit_is_compared_with_money() {
    Figure perClick = new Figure.PerUnit("EUR", 50_000, 400, 1);
    Figure perThousand = new Figure.PerUnit("EUR", 50_000, 100_000, 1_000);
    assertThat(millionths(perClick, euros(250))).hasValue(500_000);
    assertThat(millionths(perThousand, euros(500))).hasValue(1_000_000);
  }

  @Test
  void two_currencies_are_not_compared() {
    assertThat(millionths(euros(100), new Figure.Amount(new Money("SEK", 100)))).isEmpty();
  }

  @Test
  void nothing_is_no_reference() {
    assertThat(millionths(count(7), count(0))).isEmpty();
    assertThat(millionths(new Figure.Ratio(1, 2), new Figure.Ratio(-1, 2))).isEmpty();
  }

  @Test
  void bounds_and_several_currencies_are_no_single_number() {
    assertThat(Magnitude.of(new Figure.Range(1, 2))).isEmpty();
    assertThat(Magnitude.of(new Figure.Totals(List.of(new Money("EUR", 1))))).isEmpty();
  }

  @Test
  void what_no_number_of_the_contract_can_hold_is_left_out() {
    assertThat(millionths(count(Long.MAX_VALUE), count(1))).isEmpty();
  }

  private static OptionalLong millionths(Figure value, Figure reference) {
    return Magnitude.of(value).orElseThrow().millionthsOf(Magnitude.of(reference).orElseThrow());
  }

  private static Figure count(long count) {
    return new Figure.Count(count);
  }

  private static Figure euros(long cents) {
    return new Figure.Amount(new Money("EUR", cents));
  }
}
