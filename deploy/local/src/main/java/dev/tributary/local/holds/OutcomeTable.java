package dev.tributary.local.holds;

import com.google.protobuf.Message;
import dev.tributary.attribution.v1.HeldCredit;
import dev.tributary.attribution.v1.HoldOutcome;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.runtime.money.Currencies;
import java.io.PrintStream;
import java.util.List;

/**
 * What a command did to orders, by creator.
 *
 * @param outcome the answer
 */
record OutcomeTable(HoldOutcome outcome) {
  /**
   * Prints it.
   *
   * @param did what was done, in a word or two
   * @param answer what JSON is made of
   */
  void print(String did, Format format, Message answer, PrintStream out) {
    if (format == Format.TABLE) {
      out.printf(
          "%s: %,d holds of %,d orders%n", did, outcome.getHoldCount(), outcome.getOrderCount());
      if (outcome.getCreditsCount() == 0) {
        return;
      }
    }
    Grid grid = new Grid(List.of("creator", "orders", "net", "currency"));
    for (HeldCredit credit : outcome.getCreditsList()) {
      grid.add(
          List.of(
              Cell.text(credit.getCreatorId()),
              Cell.text(Long.toString(credit.getOrderCount())),
              Cell.text(
                  credit.getCurrencyCode().isEmpty()
                      ? ""
                      : Currencies.format(credit.getCurrencyCode(), credit.getNetMinor())),
              Cell.text(credit.getCurrencyCode())));
    }
    grid.print(format, answer, out);
  }
}
