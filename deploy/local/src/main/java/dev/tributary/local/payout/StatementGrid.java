package dev.tributary.local.payout;

import dev.tributary.attribution.v1.CommissionPayment;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.CommissionTotals;
import dev.tributary.local.command.Names;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.local.output.TextTable;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.money.Currencies;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Statements as rows: short for people, whole for the file of payouts. */
final class StatementGrid {
  private StatementGrid() {}

  /** What people look at. */
  static Grid table(List<CommissionStatement> statements) {
    Grid grid =
        new Grid(
            List.of(
                "statement",
                "creator",
                "net_sales",
                "commission",
                "adjustments",
                "fees",
                "bonuses",
                "carried_in",
                "carried_out",
                "payable",
                "currency",
                "state"));
    for (CommissionStatement it : statements) {
      String currency = it.getCurrencyCode();
      grid.add(
          cells(
              Stream.of(
                  Long.toString(it.getStatementNumber()),
                  it.getOwner().getCreatorId(),
                  Currencies.format(currency, it.getNetMinor()),
                  Currencies.format(currency, it.getCommissionMinor()),
                  Currencies.format(currency, it.getAdjustmentsMinor()),
                  Currencies.format(currency, it.getFeesMinor()),
                  Currencies.format(currency, it.getBonusesMinor()),
                  Currencies.format(currency, it.getCarryInMinor()),
                  Currencies.format(currency, it.getCarryOutMinor()),
                  Currencies.format(currency, it.getPayableMinor()),
                  currency,
                  state(it))));
    }
    return grid;
  }

  /**
   * What a bank or an accounting system takes: a row per statement, those with nothing to pay too.
   *
   * @param zone that the days of periods are told in
   */
  static Grid payouts(List<CommissionStatement> statements, ZoneId zone) {
    Grid grid =
        new Grid(
            List.of(
                "statement",
                "creator_id",
                "collaboration_id",
                "campaign_id",
                "period_start",
                "period_end",
                "currency",
                "payable",
                "gross",
                "refunds",
                "net",
                "commission",
                "adjustments",
                "fees",
                "bonuses",
                "carried_in",
                "carried_out",
                "state",
                "reference",
                "paid_on"));
    for (CommissionStatement it : statements) {
      String currency = it.getCurrencyCode();
      CommissionPayment payment = it.getPayment();
      grid.add(
          cells(
              Stream.of(
                  Long.toString(it.getStatementNumber()),
                  it.getOwner().getCreatorId(),
                  it.getOwner().getCollaborationId(),
                  it.getOwner().getCampaignId(),
                  day(it.getPeriodStartTime(), zone),
                  day(it.getPeriodEndTime(), zone),
                  currency,
                  Currencies.format(currency, it.getPayableMinor()),
                  Currencies.format(currency, it.getGrossMinor()),
                  Currencies.format(currency, it.getRefundsMinor()),
                  Currencies.format(currency, it.getNetMinor()),
                  Currencies.format(currency, it.getCommissionMinor()),
                  Currencies.format(currency, it.getAdjustmentsMinor()),
                  Currencies.format(currency, it.getFeesMinor()),
                  Currencies.format(currency, it.getBonusesMinor()),
                  Currencies.format(currency, it.getCarryInMinor()),
                  Currencies.format(currency, it.getCarryOutMinor()),
                  state(it),
                  payment.getReference(),
                  payment.getDate())));
    }
    return grid;
  }

  /** Sums of a list of statements, one line per currency. */
  static List<String> totals(List<CommissionTotals> totals) {
    TextTable table =
        new TextTable(
            List.of("total", "statements", "net_sales", "payable", "paid", "pending", "held"));
    for (CommissionTotals sum : totals) {
      String currency = sum.getCurrencyCode();
      table.add(
          List.of(
              currency,
              Long.toString(sum.getStatementCount()),
              Currencies.format(currency, sum.getNetMinor()),
              Currencies.format(currency, sum.getPayableMinor()),
              Currencies.format(currency, sum.getPaidMinor()),
              Currencies.format(currency, sum.getPendingMinor()),
              Currencies.format(currency, sum.getHeldMinor())));
    }
    return totals.isEmpty() ? List.of("no statements") : table.lines("");
  }

  private static String state(CommissionStatement statement) {
    return Names.plain("COMMISSION_STATE_", statement.getState().name());
  }

  private static String day(com.google.protobuf.Timestamp time, ZoneId zone) {
    return ProtoTimes.toInstant(time).atZone(zone).toLocalDate().toString();
  }

  private static List<Cell> cells(Stream<String> texts) {
    return texts.map(Cell::text).toList();
  }
}
