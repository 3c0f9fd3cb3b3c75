package dev.tributary.attribution.credit;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.runtime.money.Currencies;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Figures as explanations write them. */
final class Words {
  private static final int UNITS_SHOWN = 2;
  private static final int MICROS_PER_SECOND_DECIMALS = 6;

  private Words() {}

  /** A length of time in its two largest units, for example {@code 2 d 3 h} or {@code 0.25 s}. */
  static String span(Duration duration) {
    List<String> units = new ArrayList<>();
    add(units, duration.toDaysPart(), "d");
    add(units, duration.toHoursPart(), "h");
    add(units, duration.toMinutesPart(), "min");
    long micros = duration.toSecondsPart() * 1_000_000L + duration.toNanosPart() / 1_000;
    if (micros > 0 || units.isEmpty()) {
      BigDecimal seconds = BigDecimal.valueOf(micros, MICROS_PER_SECOND_DECIMALS);
      units.add(plain(seconds) + " s");
    }
    return String.join(" ", units.subList(0, Math.min(UNITS_SHOWN, units.size())));
  }

  /** An amount, for example {@code 12.34 EUR}; without a currency the bare number. */
  static String money(String currency, long minor) {
    return currency.isEmpty()
        ? Long.toString(minor)
        : Currencies.format(currency, minor) + " " + currency;
  }

  /** A part in basis points, for example {@code 62.5 %}. */
  static String percent(int basisPoints) {
    return plain(BigDecimal.valueOf(basisPoints, 2)) + " %";
  }

  /** An owner by its creator. */
  static String creator(Owner owner) {
    return "creator " + owner.creatorId();
  }

  /** A number of things, for example {@code 1 touch}, {@code 3 touches}. */
  static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** An enumeration: {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  private static void add(List<String> units, long count, String unit) {
    if (count > 0) {
      units.add(count + " " + unit);
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
