package dev.tributary.reporting.section;

import dev.tributary.attribution.v1.CreditSummary;
import dev.tributary.attribution.v1.OrderTotals;
import dev.tributary.reporting.figure.Amounts;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Money;
import java.util.List;

/** Whether figures that come by different ways agree, said with the figures. */
final class LedgerChecks {
  private LedgerChecks() {}

  /** The ledger's credits of the campaign beside the KPI, where both are in the same currency. */
  static List<String> revenue(List<CreditSummary> credits, MeasuredValue revenue) {
    if (!revenue.hasMoney()) {
      return List.of();
    }
    Money kpi = revenue.getMoney();
    String currency = kpi.getCurrencyCode();
    boolean sameCurrency =
        !credits.isEmpty()
            && credits.stream().allMatch(credit -> credit.getCurrencyCode().equals(currency));
    if (!sameCurrency) {
      return List.of();
    }
    long net = sum(currency, credits).getNetMinor();
    long difference = Math.subtractExact(net, kpi.getMinorUnits());
    String sentence =
        "Credits of this campaign add up to %s net of refunds; the KPI is %s; the difference is %s."
            .formatted(
                Amounts.money(currency, net),
                Amounts.money(currency, kpi.getMinorUnits()),
                Amounts.money(currency, difference));
    return List.of(difference == 0 ? sentence : sentence + " The ledger was read after the KPI.");
  }

  /** The credits of all orders, unattributed ones too, beside the orders themselves. */
  static List<String> orders(List<CreditSummary> credits, List<OrderTotals> orders) {
    return orders.stream().map(totals -> tieOut(credits, totals)).toList();
  }

  /** All rows of one currency in one. */
  static CreditSummary sum(String currency, List<CreditSummary> credits) {
    CreditSummary.Builder sum = CreditSummary.newBuilder().setCurrencyCode(currency);
    for (CreditSummary credit : credits) {
      if (credit.getCurrencyCode().equals(currency)) {
        sum.setConversionsMillionths(
                Math.addExact(sum.getConversionsMillionths(), credit.getConversionsMillionths()))
            .setGrossMinor(Math.addExact(sum.getGrossMinor(), credit.getGrossMinor()))
            .setRefundedMinor(Math.addExact(sum.getRefundedMinor(), credit.getRefundedMinor()))
            .setNetMinor(Math.addExact(sum.getNetMinor(), credit.getNetMinor()))
            .setPendingMinor(Math.addExact(sum.getPendingMinor(), credit.getPendingMinor()));
      }
    }
    return sum.build();
  }

  private static String tieOut(List<CreditSummary> credits, OrderTotals totals) {
    String currency = totals.getCurrencyCode();
    long credited = sum(currency, credits).getNetMinor();
    long sold = Math.subtractExact(totals.getNetSalesMinor(), totals.getRefundedMinor());
    String sentence =
        "Credits by code, by link and unattributed add up to %s; the net sales of all orders less"
            + " refunds are %s; the difference is %s.";
    return sentence.formatted(
        Amounts.money(currency, credited),
        Amounts.money(currency, sold),
        Amounts.money(currency, Math.subtractExact(credited, sold)));
  }
}
