package dev.tributary.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.reporting.v1.Display;
import dev.tributary.type.v1.CountBounds;
import dev.tributary.type.v1.Coverage;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.MoneyTotals;
import dev.tributary.type.v1.Ratio;
import dev.tributary.type.v1.UnitMoney;
import dev.tributary.type.v1.ValueState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ValueTextTest {
  @Test
  void an_incomplete_number_says_how_much_is_behind_it() {
    MeasuredValue engagements =
        value(ValueState.VALUE_STATE_PARTIAL)
            .setCount(106_060)
            .setReason("496 of 500 posts complete; missing: no reading (4)")
            .setCoverage(Coverage.newBuilder().setKnown(496).setTotal(500).setUnit("posts"))
            .build();

    Shown shown = ValueText.of(engagements, Display.DISPLAY_COUNT);

    assertThat(shown.inline()).isEqualTo("106,060 (496 of 500 posts)");
    assertThat(shown.reason()).isEqualTo("496 of 500 posts complete; missing: no reading (4).");
  }

  @Test
  void an_incomplete_number_without_coverage_says_at_least_that() {
    MeasuredValue value = value(ValueState.VALUE_STATE_PARTIAL).setCount(5).build();

    assertThat(ValueText.of(value, Display.DISPLAY_COUNT).inline()).isEqualTo("5 (incomplete)");
  }

  @ParameterizedTest
  @EnumSource(
      value = ValueState.class,
      mode = Mode.EXCLUDE,
      names = {"VALUE_STATE_VALUE", "VALUE_STATE_PARTIAL", "UNRECOGNIZED"})
  void what_is_not_known_is_a_dash_with_a_reason_even_beside_a_number(ValueState state) {
    Shown shown = ValueText.of(value(state).setCount(0).build(), Display.DISPLAY_COUNT);

    assertThat(shown.text()).isEqualTo("—");
    assertThat(shown.isKnown()).isFalse();
    assertThat(shown.reason()).endsWith(".").hasSizeGreaterThan(5);
  }

  @Test
  void the_reason_is_the_sources_own_where_it_gives_one() {
    MeasuredValue reach =
        value(ValueState.VALUE_STATE_NOT_AVAILABLE).setReason("YouTube gives no reach").build();

    assertThat(ValueText.of(reach, Display.DISPLAY_COUNT).reason())
        .isEqualTo("YouTube gives no reach.");
  }

  @Test
  void a_quotient_by_zero_is_never_a_number() {
    MeasuredValue ratio = known().setRatio(Ratio.newBuilder().setNumerator(1)).build();
    MeasuredValue unit = known().setUnitMoney(perUnit("EUR", 100, 0, 1)).build();

    assertThat(ValueText.of(ratio, Display.DISPLAY_PERCENT).text()).isEqualTo("—");
    assertThat(ValueText.of(unit, Display.DISPLAY_MONEY).text()).isEqualTo("—");
    assertThat(ValueText.of(known().build(), Display.DISPLAY_COUNT).text()).isEqualTo("—");
  }

  @Test
  void a_measured_zero_is_a_number() {
    assertThat(ValueText.of(Values.count(0), Display.DISPLAY_COUNT).text()).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 1234567, '12,345.67 EUR'",
    "JPY, 500, 500 JPY",
    "KWD, 1234, 1.234 KWD",
    "EUR, -5, −0.05 EUR"
  })
  void money_has_its_currencys_decimals(String currency, long minor, String shown) {
    assertThat(ValueText.of(Values.money(currency, minor), Display.DISPLAY_MONEY).text())
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 100000, 500, 1, 2.00 EUR",
    "EUR, 1250, 100, 1, 0.12 EUR",
    "EUR, 1350, 100, 1, 0.14 EUR",
    "EUR, 42, 100, 1, 0.0042 EUR",
    "EUR, 0, 100, 1, 0.00 EUR",
    "EUR, 520000, 308529, 1000, 16.85 EUR",
    "JPY, 1000, 3, 1, 333 JPY",
    "EUR, 5000, 2500000, 1000000, 20.00 EUR"
  })
  void money_per_unit_is_rounded_half_even_and_only_here(
      String currency, long minor, long units, long multiplier, String shown) {
    MeasuredValue value = known().setUnitMoney(perUnit(currency, minor, units, multiplier)).build();

    assertThat(ValueText.of(value, Display.DISPLAY_MONEY).text()).isEqualTo(shown);
  }

  @Test
  void currencies_stand_side_by_side_and_are_never_added() {
    MeasuredValue totals =
        known()
            .setMoneyTotals(
                MoneyTotals.newBuilder()
                    .addAmounts(money("GBP", 1_000))
                    .addAmounts(money("USD", 58_000)))
            .build();

    assertThat(ValueText.of(totals, Display.DISPLAY_MONEY).text())
        .isEqualTo("10.00 GBP, 580.00 USD");
  }

  @Test
  void no_amount_in_no_currency_is_a_zero() {
    MeasuredValue nothing = known().setMoneyTotals(MoneyTotals.getDefaultInstance()).build();

    assertThat(ValueText.of(nothing, Display.DISPLAY_MONEY).text()).isEqualTo("0");
  }

  @Test
  void people_are_shown_as_bounds() {
    MeasuredValue reach =
        known().setBounds(CountBounds.newBuilder().setMin(12_000).setMax(45_000)).build();

    assertThat(ValueText.of(reach, Display.DISPLAY_COUNT).text()).isEqualTo("12,000–45,000");
  }

  @Test
  void a_ratio_is_shown_as_its_kpi_wants() {
    MeasuredValue ratio =
        known().setRatio(Ratio.newBuilder().setNumerator(3_000).setDenominator(1_000)).build();

    assertThat(ValueText.of(ratio, Display.DISPLAY_MULTIPLE).text()).isEqualTo("3.00x");
    assertThat(ValueText.of(ratio, Display.DISPLAY_PERCENT).text()).isEqualTo("300 %");
    assertThat(ValueText.of(ratio, Display.DISPLAY_COUNT).text()).isEqualTo("3");
  }

  private static MeasuredValue.Builder known() {
    return value(ValueState.VALUE_STATE_VALUE);
  }

  private static MeasuredValue.Builder value(ValueState state) {
    return MeasuredValue.newBuilder().setState(state);
  }

  private static Money money(String currency, long minor) {
    return Money.newBuilder().setCurrencyCode(currency).setMinorUnits(minor).build();
  }

  private static UnitMoney perUnit(String currency, long minor, long units, long multiplier) {
    return UnitMoney.newBuilder()
        .setCurrencyCode(currency)
        .setNumeratorMinor(minor)
        .setDenominator(units)
        .setMultiplier(multiplier)
        .build();
  }
}
