package dev.tributary.local.payout;

import dev.tributary.attribution.v1.CommissionLine;
import dev.tributary.local.command.Names;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.money.Currencies;
import java.util.List;
import java.util.stream.Stream;

/** What statements have, or may have, of each conversion, fee and bonus. */
final class LineGrid {
  private LineGrid() {}

  static Grid of(List<CommissionLine> lines) {
    Grid grid =
        new Grid(
            List.of(
                "line", "what", "of", "when", "gross", "refunds", "amount", "currency", "state"));
    for (CommissionLine line : lines) {
      String currency = line.getCurrencyCode();
      grid.add(
          Stream.of(
                  line.getLineNumber() == 0 ? "" : Integer.toString(line.getLineNumber()),
                  what(line),
                  line.getOrderId() + line.getSourceId(),
                  ProtoTimes.toInstant(line.getTime()).toString(),
                  Currencies.format(currency, line.getGrossMinor()),
                  Currencies.format(currency, line.getRefundsMinor()),
                  Currencies.format(currency, line.getAmountMinor()),
                  currency,
                  Names.plain("COMMISSION_STATE_", line.getState().name()))
              .map(Cell::text)
              .toList());
    }
    return grid;
  }

  private static String what(CommissionLine line) {
    if (line.getAdjustment()) {
      return "adjustment";
    }
    return line.getOrderId().isEmpty()
        ? Names.plain("COMMISSION_LINE_KIND_", line.getKind().name())
        : Names.plain("CONVERSION_TYPE_", line.getType().name());
  }
}
