package dev.tributary.reporting.render;

import dev.tributary.reporting.figure.Fraction;
import dev.tributary.reporting.figure.Magnitude;
import dev.tributary.reporting.v1.Display;
import dev.tributary.runtime.money.Currencies;
import dev.tributary.type.v1.MeasuredValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What a chart's axis counts in: a currency's whole units, percent, or plain numbers. Values in
 * another currency than the first one's have no place on the axis.
 *
 * @param name what stands at the axis, for example "EUR"; empty for plain numbers
 * @param currency currency of the values; empty for numbers without one
 * @param factor what a value is multiplied by
 */
record ChartUnit(String name, String currency, Fraction factor) {

  static ChartUnit of(List<MeasuredValue> values, Display display) {
    String currency =
        values.stream()
            .flatMap(value -> Magnitude.of(value).stream())
            .map(Magnitude::currency)
            .findFirst()
            .orElse("");
    if (!currency.isEmpty()) {
      BigInteger minorPerUnit = BigInteger.TEN.pow(Currencies.exponent(currency));
      return new ChartUnit(currency, currency, new Fraction(BigInteger.ONE, minorPerUnit));
    }
    return display == Display.DISPLAY_PERCENT
        ? new ChartUnit("%", "", Fraction.of(100))
        : new ChartUnit("", "", Fraction.of(1));
  }

  /** Place of a value on the axis; empty when it has none. */
  Optional<Fraction> of(MeasuredValue value) {
    return Magnitude.of(value)
        .filter(magnitude -> magnitude.currency().equals(currency))
        .map(magnitude -> magnitude.amount().times(factor));
  }

  /** The axis's title. */
  String title(String label) {
    return name.isEmpty() ? label : label + ", " + name;
  }
}
