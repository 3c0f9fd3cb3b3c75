package dev.tributary.local.command;

import dev.tributary.runtime.money.Currencies;
import dev.tributary.type.v1.Money;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of money as they are typed and shown: {@code 500.00 EUR}. */
public final class Amounts {
  private static final Pattern AMOUNT = Pattern.compile("([0-9.]+) ?([A-Z]{3})");

  private Amounts() {}

  /**
   * Reads an amount with its currency.
   *
   * @param option where it was typed, for the message
   * @throws IllegalArgumentException if it is none
   */
  public static Money parse(String option, String text) {
    Matcher matcher = AMOUNT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "%s: '%s' (expected: an amount with its currency, such as 500.00 EUR)"
              .formatted(option, text));
    }
    try {
      return Money.newBuilder()
          .setCurrencyCode(matcher.group(2))
          .setMinorUnits(Currencies.parseMinor(matcher.group(2), matcher.group(1)))
          .build();
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(option + ": " + unreadable.getMessage(), unreadable);
    }
  }

  /** An amount with its currency. */
  public static String text(Money money) {
    return Currencies.format(money.getCurrencyCode(), money.getMinorUnits())
        + " "
        + money.getCurrencyCode();
  }
}
