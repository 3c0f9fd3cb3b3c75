package dev.tributary.attribution.reconciliation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An order as the ledger has it. Amounts are in minor units.
 *
 * @param orderId the shop's own id
 * @param time when it was made
 * @param currency currency of all amounts
 * @param test whether it is a test
 * @param voided whether its payment was never captured
 * @param baseMinor what is credited before refunds
 * @param extras what the base leaves out
 * @param refunds what was given back
 * @param codeKeys keys of the codes that were typed
 * @param credits who has the net amount, by code
 */
record OurOrder(
    String orderId,
    Instant time,
    String currency,
    boolean test,
    boolean voided,
    long baseMinor,
    Extras extras,
    OurRefunds refunds,
    Set<String> codeKeys,
    List<CodeCredit> credits) {
  /** Keeps its own copies. */
  OurOrder {
    codeKeys = Set.copyOf(codeKeys);
    credits = List.copyOf(credits);
  }

  /** What is left of the base. */
  long netMinor() {
    return baseMinor - refunds.appliedMinor();
  }

  /** Where the ledger has the order: nowhere if it is a test, voided or outside the range. */
  Cells cells(Terms terms) {
    if (test || voided || !terms.covers(time)) {
      return Cells.NONE;
    }
    Map<Cell, Long> cells = new HashMap<>();
    for (CodeCredit credit : credits) {
      cells.merge(new Cell(currency, terms.day(time), credit.code()), credit.netMinor(), Long::sum);
    }
    return new Cells(cells);
  }

  /** How a code is written here, if it is credited. */
  Optional<String> spelling(String codeKey) {
    return credits.stream()
        .filter(credit -> credit.codeKey().equals(codeKey))
        .map(CodeCredit::code)
        .findFirst();
  }
}
