package dev.tributary.local.demo;

import java.io.PrintStream;
import java.util.Locale;

/** The ledger against the shop's own books, on the screen. */
final class TieOutScreen {
  private TieOutScreen() {}

  static void print(TieOut tieOut, PrintStream out) {
    out.printf(
        "%n%s  ·  the shop's export, added up by itself, against the ledger; tests left out%n",
        tieOut.isExact() ? "TIES OUT" : "DOES NOT TIE OUT");
    tieOut
        .byCurrency()
        .forEach(
            (currency, line) -> {
              out.printf(
                  Locale.ROOT,
                  "  %s  sold %,.2f = codes %,.2f + links %,.2f + unattributed %,.2f   difference %,.2f%n",
                  currency,
                  line.shop(),
                  line.codes(),
                  line.links(),
                  line.unattributed(),
                  line.difference());
              out.printf(
                  Locale.ROOT,
                  "       refunded %,.2f = taken back %,.2f   difference %,.2f%n",
                  line.shopRefunded(),
                  line.refunded(),
                  line.refundDifference());
            });
  }
}
