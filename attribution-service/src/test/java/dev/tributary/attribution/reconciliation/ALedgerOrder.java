package dev.tributary.attribution.reconciliation;

import dev.tributary.attribution.promocode.CodeKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The same order in the ledger, credited to nobody; a test changes what it is about. */
final class ALedgerOrder {
  private Instant time = AShopOrder.NOON;
  private String currency = "EUR";
  private boolean test;
  private boolean voided;
  private final long base;
  private Extras extras = Extras.NONE;
  private OurRefunds refunds = OurRefunds.NONE;
  private final Set<String> typed = new HashSet<>();
  private final List<CodeCredit> credits = new ArrayList<>();

  private ALedgerOrder(long base) {
    this.base = base;
  }

  static ALedgerOrder ours(long baseMinor) {
    return new ALedgerOrder(baseMinor);
  }

  ALedgerOrder at(Instant other) {
    time = other;
    return this;
  }

  ALedgerOrder in(String other) {
    currency = other;
    return this;
  }

  ALedgerOrder isTest() {
    test = true;
    return this;
  }

  ALedgerOrder isVoided() {
    voided = true;
    return this;
  }

  ALedgerOrder leavesOut(long tax, long shipping, long tip) {
    extras = new Extras(tax, shipping, tip);
    return this;
  }

  ALedgerOrder refunded(long applied, long held) {
    refunds = new OurRefunds(applied, held, Extras.NONE);
    return this;
  }

  ALedgerOrder refundedWith(long applied, Extras extras) {
    refunds = new OurRefunds(applied, 0, extras);
    return this;
  }

  /** A code that was typed and earns nothing. */
  ALedgerOrder typed(String code) {
    typed.add(CodeKey.of(code));
    return this;
  }

  /** A code that earns an amount. */
  ALedgerOrder credited(String code, long minor) {
    credits.add(new CodeCredit(CodeKey.of(code), code, minor));
    return typed(code);
  }

  /** All of it by the code of an earlier order. */
  ALedgerOrder bound(String code) {
    credits.add(new CodeCredit(CodeKey.of(code), code, base - refunds.appliedMinor()));
    return this;
  }

  /** All of it by this code. */
  ALedgerOrder credited(String code) {
    return credited(code, base - refunds.appliedMinor());
  }

  OurOrder build() {
    List<CodeCredit> all = new ArrayList<>(credits);
    if (all.isEmpty()) {
      all.add(new CodeCredit("", "", base - refunds.appliedMinor()));
    }
    return new OurOrder("1001", time, currency, test, voided, base, extras, refunds, typed, all);
  }
}
