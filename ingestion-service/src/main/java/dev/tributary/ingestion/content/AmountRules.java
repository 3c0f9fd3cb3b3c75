package dev.tributary.ingestion.content;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.money.MoneyProtos;
import dev.tributary.type.v1.Money;

/** Rules of amounts of money. */
public final class AmountRules {
  private AmountRules() {}

  /** Zero or more, in a currency that exists. */
  public static void check(String field, Money amount) throws Rejected {
    MoneyProtos.fromProto(field, amount);
    Fields.nonNegative(field + ".minor_units", amount.getMinorUnits());
  }
}
