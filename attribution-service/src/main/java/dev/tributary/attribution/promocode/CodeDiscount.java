package dev.tributary.attribution.promocode;

import dev.tributary.runtime.money.Money;
import java.util.List;

/** What a code takes off, for a checkout to apply; never computed here. */
public sealed interface CodeDiscount {
  /**
   * A part of the order's value.
   *
   * @param basisPoints 1-10,000; 1,250 is 12.5 percent
   */
  record Share(int basisPoints) implements CodeDiscount {}

  /**
   * A fixed amount.
   *
   * @param amounts each above zero, one per currency in the order of their codes
   */
  record Fixed(List<Money> amounts) implements CodeDiscount {
    /** Keeps its own copy. */
    public Fixed {
      amounts = List.copyOf(amounts);
    }
  }
}
