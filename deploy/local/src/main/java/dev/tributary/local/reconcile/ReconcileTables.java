package dev.tributary.local.reconcile;

import dev.tributary.attribution.v1.DifferenceClass;
import dev.tributary.attribution.v1.ReconcileHeader;
import dev.tributary.attribution.v1.ReconcileResponse;
import dev.tributary.attribution.v1.ReconciledClass;
import dev.tributary.attribution.v1.ReconciledCurrency;
import dev.tributary.attribution.v1.ReconciledDifference;
import dev.tributary.attribution.v1.ReconciledLine;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.local.output.TextTable;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.money.Currencies;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A comparison for people: both sides, why they differ, where, and by which orders.
 *
 * @param header what was asked
 * @param answer what came back
 */
record ReconcileTables(ReconcileHeader header, ReconcileResponse answer) {
  private static final int DIFFERENCES_SHOWN_MAX = 20;

  /**
   * Prints it.
   *
   * @param format JSON is the whole answer, CSV every code and day
   * @param all whether the table has codes and days that do not differ
   */
  void print(Format format, boolean all, PrintStream out) {
    if (format != Format.TABLE) {
      lines(true).print(format, answer, out);
      return;
    }
    out.printf(
        "%s, %s to %s (%s), by %s%n%n",
        header.getStorefrontId(),
        day(ProtoTimes.toInstant(header.getTimeRange().getStartTime())),
        day(ProtoTimes.toInstant(header.getTimeRange().getEndTime()).minusNanos(1)),
        header.getTimeZone(),
        word(header.getShopAmount().name(), "SHOP_AMOUNT_"));
    sides().forEach(out::println);
    out.println();
    if (answer.getClassesCount() > 0) {
      reasons().forEach(out::println);
      out.println();
      lines(all).print(Format.TABLE, answer, out);
      out.println();
      orders().forEach(out::println);
      out.println();
    } else if (all) {
      lines(true).print(Format.TABLE, answer, out);
      out.println();
    }
    verdicts().forEach(out::println);
  }

  private LocalDate day(Instant time) {
    return time.atZone(ZoneId.of(header.getTimeZone())).toLocalDate();
  }

  private List<String> sides() {
    TextTable table =
        new TextTable(List.of("currency", "orders", "shop", "orders", "ledger", "difference"));
    for (ReconciledCurrency side : answer.getCurrenciesList()) {
      String currency = side.getCurrencyCode();
      table.add(
          List.of(
              currency,
              Long.toString(side.getShopOrderCount()),
              Currencies.format(currency, side.getShopMinor()),
              Long.toString(side.getOrderCount()),
              Currencies.format(currency, side.getMinor()),
              Currencies.format(currency, side.getDifferenceMinor())));
    }
    return table.lines("");
  }

  private List<String> reasons() {
    TextTable table = new TextTable(List.of("why", "orders", "difference", "moved", "currency"));
    for (ReconciledClass why : answer.getClassesList()) {
      String currency = why.getCurrencyCode();
      table.add(
          List.of(
              word(why.getDifferenceClass().name(), "DIFFERENCE_CLASS_"),
              Long.toString(why.getOrderCount()),
              Currencies.format(currency, why.getDifferenceMinor()),
              Currencies.format(currency, why.getAbsoluteMinor()),
              currency));
    }
    return table.lines("");
  }

  private Grid lines(boolean all) {
    Grid grid =
        new Grid(
            List.of(
                "code",
                "day",
                "currency",
                "shop_orders",
                "shop",
                "orders",
                "ledger",
                "difference"));
    for (ReconciledLine line : answer.getLinesList()) {
      boolean differs =
          line.getDifferenceMinor() != 0 || line.getShopOrderCount() != line.getOrderCount();
      if (all || differs) {
        String currency = line.getCurrencyCode();
        grid.add(
            List.of(
                Cell.text(line.getCode()),
                Cell.text(line.getDate()),
                Cell.text(currency),
                Cell.text(Long.toString(line.getShopOrderCount())),
                Cell.text(Currencies.format(currency, line.getShopMinor())),
                Cell.text(Long.toString(line.getOrderCount())),
                Cell.text(Currencies.format(currency, line.getMinor())),
                Cell.text(Currencies.format(currency, line.getDifferenceMinor()))));
      }
    }
    return grid;
  }

  private List<String> orders() {
    TextTable table =
        new TextTable(List.of("order", "why", "code", "day", "difference", "in words"));
    answer.getDifferencesList().stream()
        .limit(DIFFERENCES_SHOWN_MAX)
        .forEach(difference -> table.add(order(difference)));
    List<String> lines = new ArrayList<>(table.lines(""));
    long more = answer.getDifferenceCount() - DIFFERENCES_SHOWN_MAX;
    if (more > 0) {
      lines.add("and %,d more; --format json has up to 1,000".formatted(more));
    }
    return lines;
  }

  private static List<String> order(ReconciledDifference difference) {
    return List.of(
        difference.getOrderId(),
        word(difference.getDifferenceClass().name(), "DIFFERENCE_CLASS_"),
        difference.getCode(),
        difference.getDate(),
        Currencies.format(difference.getCurrencyCode(), difference.getDifferenceMinor()),
        difference.getMessage());
  }

  /**
   * One line for each currency: what nobody can explain, signs left out so that nothing cancels.
   */
  private List<String> verdicts() {
    if (answer.getCurrenciesCount() == 0) {
      return List.of("no order on either side");
    }
    return answer.getCurrenciesList().stream()
        .map(
            side ->
                "%s  unexplained %s %s"
                    .formatted(
                        unexplained(side) == 0 ? "TIES OUT" : "DOES NOT TIE OUT",
                        Currencies.format(side.getCurrencyCode(), unexplained(side)),
                        side.getCurrencyCode()))
        .toList();
  }

  private long unexplained(ReconciledCurrency side) {
    return answer.getClassesList().stream()
        .filter(why -> why.getDifferenceClass() == DifferenceClass.DIFFERENCE_CLASS_UNEXPLAINED)
        .filter(why -> why.getCurrencyCode().equals(side.getCurrencyCode()))
        .mapToLong(ReconciledClass::getAbsoluteMinor)
        .sum();
  }

  private static String word(String constant, String prefix) {
    return constant.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
