package dev.tributary.attribution.reconciliation;

import dev.tributary.attribution.conversion.CodeUse;
import dev.tributary.runtime.money.Split;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An order as the shop lists it.
 *
 * @param orderId the shop's own id
 * @param time when it was made
 * @param currency currency of all amounts
 * @param figures what it was worth
 * @param refundedMinor given back so far, 0 or more
 * @param codes codes used, with the discount of each if told
 * @param test whether it is a test
 * @param cancelled whether it was cancelled
 */
record ShopOrder(
    String orderId,
    Instant time,
    String currency,
    ShopFigures figures,
    long refundedMinor,
    List<CodeUse> codes,
    boolean test,
    boolean cancelled) {
  /** Keeps its own copy of the codes. */
  ShopOrder {
    codes = List.copyOf(codes);
  }

  /** What its report counts before refunds, in minor units. */
  long grossMinor(Terms terms) {
    return terms.shopAmount().of(figures).orElseThrow();
  }

  /** What its report counts, in minor units; below 0 when refunds have another base. */
  long netMinor(Terms terms) {
    return grossMinor(terms) - refundedMinor;
  }

  /** Where the report has the order: nowhere if it is a test, cancelled or outside the range. */
  Cells cells(Terms terms) {
    return test || cancelled || !terms.covers(time) ? Cells.NONE : cells(terms, netMinor(terms));
  }

  /**
   * An amount of this order by code, on its day: divided by the codes' discounts if every one tells
   * its own, else the first code's, which is how the ledger divides.
   */
  Cells cells(Terms terms, long minor) {
    Map<Cell, Long> cells = new HashMap<>();
    if (codes.isEmpty()) {
      cells.put(cell(terms, ""), minor);
      return new Cells(cells);
    }
    long[] parts = Split.byWeights(minor, weights());
    for (int i = 0; i < parts.length; i++) {
      cells.merge(cell(terms, codes.get(i).code()), parts[i], Long::sum);
    }
    return new Cells(cells);
  }

  private Cell cell(Terms terms, String code) {
    return new Cell(currency, terms.day(time), code);
  }

  private long[] weights() {
    long[] discounts = codes.stream().mapToLong(code -> code.discountMinor().orElse(0)).toArray();
    if (Arrays.stream(discounts).allMatch(discount -> discount > 0)) {
      return discounts;
    }
    long[] first = new long[discounts.length];
    first[0] = 1;
    return first;
  }
}
