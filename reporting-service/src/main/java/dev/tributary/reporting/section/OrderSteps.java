package dev.tributary.reporting.section;

import dev.tributary.attribution.v1.OrderTotals;
import dev.tributary.reporting.figure.Sentence;
import dev.tributary.reporting.figure.Values;
import dev.tributary.reporting.v1.Row;
import dev.tributary.reporting.v1.Table;
import java.util.List;

/** The way from what customers paid to what is credited, step by step. */
final class OrderSteps {
  private OrderSteps() {}

  /** The steps of all orders of one currency. */
  static Table of(OrderTotals totals, String days) {
    String caption =
        "What customers paid and what is credited: %s, %s, %s"
            .formatted(
                Sentence.counted(totals.getOrderCount(), "order", "orders"),
                days,
                totals.getCurrencyCode());
    long net = Math.subtractExact(totals.getNetSalesMinor(), totals.getRefundedMinor());
    return Cells.table(
        caption,
        List.of(Cells.textColumn("Part of the orders"), Cells.moneyColumn("Amount", "")),
        List.of(
            row("Items at list price", totals, totals.getItemsMinor()),
            row("Discounts", totals, -totals.getDiscountMinor()),
            row("Subtotal: items less discounts", totals, totals.getSubtotalMinor()),
            row("Tax on items", totals, totals.getTaxMinor()),
            row("Shipping", totals, totals.getShippingMinor()),
            row("Tips", totals, totals.getTipMinor()),
            row("Paid by customers, by any means", totals, totals.getPaidMinor()),
            row("Net sales, the base of credits", totals, totals.getNetSalesMinor()),
            row("Refunded of net sales", totals, -totals.getRefundedMinor()),
            row("Net sales less refunds", totals, net)));
  }

  private static Row row(String label, OrderTotals totals, long minor) {
    return Cells.row(Cells.text(label), Cells.value(Values.money(totals.getCurrencyCode(), minor)));
  }
}
