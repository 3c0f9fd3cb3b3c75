package dev.tributary.reporting.section;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.CreditSummary;
import dev.tributary.attribution.v1.OrderTotals;
import dev.tributary.reporting.figure.Dates;
import dev.tributary.reporting.figure.Values;
import dev.tributary.reporting.v1.Block;
import dev.tributary.reporting.v1.Cell;
import dev.tributary.reporting.v1.Column;
import dev.tributary.reporting.v1.Row;
import dev.tributary.reporting.v1.Section;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.ValueState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sales as the ledger has them, currency by currency: what the campaign is credited with, and how
 * all orders of its days tie out with what customers paid.
 */
final class SalesSection {
  private static final List<Column> COLUMNS =
      List.of(
          Cells.textColumn("Credited by"),
          Cells.countColumn("Conversions", "without cancelled and voided ones"),
          Cells.moneyColumn("Before refunds", "credits before anything went back"),
          Cells.moneyColumn("Refunded", "taken back by refunds"),
          Cells.moneyColumn("Net", "before refunds less refunded"),
          Cells.moneyColumn("Pending", "part of net whose payment is pending"));

  private SalesSection() {}

  static Section of(ReportFacts facts) {
    List<CreditSummary> ofCampaign = facts.answers().credits().getCreditsList();
    List<CreditSummary> ofDays = facts.answers().orders().getCreditsList();
    List<OrderTotals> orders = facts.answers().orders().getOrdersList();
    MeasuredValue revenue =
        facts.kpis().total("revenue").orElse(MeasuredValue.getDefaultInstance());
    String days =
        Dates.day(facts.campaign().getStartDate())
            + " to "
            + Dates.day(facts.campaign().getEndDate());
    return Section.newBuilder()
        .setSectionId("sales")
        .setHeading("Sales")
        .addAllSentences(LedgerChecks.revenue(ofCampaign, revenue))
        .addAllSentences(LedgerChecks.orders(ofDays, orders))
        .addAllBlocks(byCurrency("Credited to this campaign", ofCampaign))
        .addAllBlocks(byCurrency("All orders, " + days, ofDays))
        .addAllBlocks(orders.stream().map(t -> Cells.block(OrderSteps.of(t, days))).toList())
        .build();
  }

  private static List<Block> byCurrency(String caption, List<CreditSummary> credits) {
    Map<String, List<CreditSummary>> parts =
        credits.stream()
            .collect(groupingBy(CreditSummary::getCurrencyCode, TreeMap::new, toList()));
    return parts.entrySet().stream()
        .map(part -> credits(caption, part.getKey(), part.getValue()))
        .toList();
  }

  private static Block credits(String caption, String currency, List<CreditSummary> credits) {
    List<Row> rows =
        credits.stream().map(credit -> row(source(credit.getSource()), credit)).toList();
    return Cells.block(
        Cells.table(
            caption + (currency.isEmpty() ? ", goals without amount" : ", " + currency),
            COLUMNS,
            rows,
            row("Total", LedgerChecks.sum(currency, credits))));
  }

  private static Row row(String label, CreditSummary credit) {
    String currency = credit.getCurrencyCode();
    return Cells.row(
        Cells.text(label),
        Cells.value(Values.millionths(credit.getConversionsMillionths())),
        amount(currency, credit.getGrossMinor()),
        amount(currency, credit.getRefundedMinor()),
        amount(currency, credit.getNetMinor()),
        amount(currency, credit.getPendingMinor()));
  }

  /** A lead or a sign-up has no currency and no amount. */
  private static Cell amount(String currency, long minor) {
    return Cells.value(
        currency.isEmpty()
            ? MeasuredValue.newBuilder()
                .setState(ValueState.VALUE_STATE_NOT_AVAILABLE)
                .setReason("leads and sign-ups have no amount")
                .build()
            : Values.money(currency, minor));
  }

  private static String source(CreditSource source) {
    return switch (source) {
      case CREDIT_SOURCE_CODE -> "Promo code";
      case CREDIT_SOURCE_LINK -> "Tracking link";
      default -> "Nobody (unattributed)";
    };
  }
}
