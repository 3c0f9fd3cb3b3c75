package dev.tributary.runtime.money;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;

/** Between {@link Money} and its message. */
public final class MoneyProtos {
  private MoneyProtos() {}

  /** The message of an amount. */
  public static dev.tributary.type.v1.Money toProto(Money money) {
    return dev.tributary.type.v1.Money.newBuilder()
        .setCurrencyCode(money.currency())
        .setMinorUnits(money.minor())
        .build();
  }

  /**
   * The amount of a message, of any sign; the caller checks ranges.
   *
   * @param field the path of the message, put before {@code .currency_code} in a rejection
   * @throws Rejected CURRENCY_UNKNOWN or FIELD_MISSING for the currency
   */
  public static Money fromProto(String field, dev.tributary.type.v1.Money money) throws Rejected {
    return new Money(
        Fields.currency(field + ".currency_code", money.getCurrencyCode()), money.getMinorUnits());
  }
}
