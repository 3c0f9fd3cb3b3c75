package dev.tributary.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.type.v1.CountBounds;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Ratio;
import dev.tributary.type.v1.UnitMoney;
import dev.tributary.type.v1.ValueState;
import org.junit.jupiter.api.Test;

class MagnitudeTest {
  @Test
  void attainment_is_actual_by_target_exactly() {
    assertThat(Magnitude.attainment(Values.count(412), Values.count(400)))
        .contains(ratio(103, 100));
    assertThat(Magnitude.attainment(Values.money("EUR", 9_000), Values.money("EUR", 12_000)))
        .contains(ratio(3, 4));
  }

  @Test
  void a_rate_is_held_against_a_target_in_millionths() {
    MeasuredValue roas = Values.ratio(ratio(3_000, 1_000));
    MeasuredValue target = Values.ratio(ratio(4_000_000, 1_000_000));

    assertThat(Magnitude.attainment(roas, target)).contains(ratio(3, 4));
  }

  @Test
  void money_per_unit_is_held_against_money() {
    MeasuredValue cpe =
        MeasuredValue.newBuilder()
            .setState(ValueState.VALUE_STATE_VALUE)
            .setUnitMoney(
                UnitMoney.newBuilder()
                    .setCurrencyCode("EUR")
                    .setNumeratorMinor(100_000)
                    .setDenominator(500)
                    .setMultiplier(1))
            .build();

    assertThat(Magnitude.attainment(cpe, Values.money("EUR", 250))).contains(ratio(4, 5));
  }

  @Test
  void what_cannot_be_compared_has_no_attainment() {
    MeasuredValue bounds =
        MeasuredValue.newBuilder()
            .setState(ValueState.VALUE_STATE_VALUE)
            .setBounds(CountBounds.newBuilder().setMin(1).setMax(2))
            .build();

    assertThat(Magnitude.attainment(bounds, Values.count(1))).isEmpty();
    assertThat(Magnitude.attainment(Values.money("EUR", 1), Values.money("USD", 1))).isEmpty();
    assertThat(Magnitude.attainment(Values.money("EUR", 1), Values.count(1))).isEmpty();
    assertThat(Magnitude.attainment(Values.count(1), Values.count(0))).isEmpty();
    assertThat(Magnitude.attainment(MeasuredValue.getDefaultInstance(), Values.count(1))).isEmpty();
  }

  private static Ratio ratio(long numerator, long denominator) {
    return Ratio.newBuilder().setNumerator(numerator).setDenominator(denominator).build();
  }
}
