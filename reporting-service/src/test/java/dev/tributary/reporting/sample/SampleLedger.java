package dev.tributary.reporting.sample;

import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.CreditSummary;
import dev.tributary.attribution.v1.OrderTotals;
import dev.tributary.attribution.v1.RevenueBase;
import dev.tributary.attribution.v1.SummarizeCreditsResponse;
import java.util.List;

/** The ledger of the sample: what its collaborations sold, and what sold without them. */
final class SampleLedger {
  private static final long UNATTRIBUTED_GROSS = 2_345_600;
  private static final long UNATTRIBUTED_REFUNDED = 120_050;
  private static final long UNATTRIBUTED_ORDERS = 402;

  private SampleLedger() {}

  static SummarizeCreditsResponse ofCampaign(List<Deal> deals) {
    return SummarizeCreditsResponse.newBuilder()
        .setBase(RevenueBase.REVENUE_BASE_NET_SALES)
        .addCredits(code(deals))
        .addCredits(link(deals))
        .build();
  }

  static SummarizeCreditsResponse ofDays(List<Deal> deals) {
    CreditSummary nobody =
        CreditSummary.newBuilder()
            .setCurrencyCode("EUR")
            .setSource(CreditSource.CREDIT_SOURCE_UNATTRIBUTED)
            .setConversionsMillionths(UNATTRIBUTED_ORDERS * 1_000_000)
            .setGrossMinor(UNATTRIBUTED_GROSS)
            .setRefundedMinor(UNATTRIBUTED_REFUNDED)
            .setNetMinor(UNATTRIBUTED_GROSS - UNATTRIBUTED_REFUNDED)
            .build();
    long netSales = UNATTRIBUTED_GROSS + code(deals).getGrossMinor() + link(deals).getGrossMinor();
    long refunded =
        UNATTRIBUTED_REFUNDED + code(deals).getRefundedMinor() + link(deals).getRefundedMinor();
    return ofCampaign(deals).toBuilder()
        .addCredits(nobody)
        .addOrders(
            OrderTotals.newBuilder()
                .setCurrencyCode("EUR")
                .setOrderCount(
                    UNATTRIBUTED_ORDERS + deals.stream().mapToLong(Deal::conversions).sum())
                .setItemsMinor(netSales + 812_345)
                .setDiscountMinor(812_345)
                .setSubtotalMinor(netSales)
                .setTaxMinor(netSales / 4)
                .setShippingMinor(377_000)
                .setTipMinor(0)
                .setPaidMinor(netSales + netSales / 4 + 377_000)
                .setNetSalesMinor(netSales)
                .setRefundedMinor(refunded))
        .build();
  }

  private static CreditSummary code(List<Deal> deals) {
    return credit(
        CreditSource.CREDIT_SOURCE_CODE,
        deals.stream().mapToLong(Deal::codeConversions).sum(),
        deals.stream().mapToLong(d -> d.codeConversions() * price(d)).sum(),
        88_120);
  }

  private static CreditSummary link(List<Deal> deals) {
    return credit(
        CreditSource.CREDIT_SOURCE_LINK,
        deals.stream().mapToLong(Deal::linkConversions).sum(),
        deals.stream().mapToLong(d -> d.linkConversions() * price(d)).sum(),
        141_075);
  }

  private static long price(Deal deal) {
    return deal.revenueMinor() / deal.conversions();
  }

  private static CreditSummary credit(
      CreditSource source, long conversions, long net, long refunded) {
    return CreditSummary.newBuilder()
        .setCurrencyCode("EUR")
        .setSource(source)
        .setConversionsMillionths(conversions * 1_000_000)
        .setGrossMinor(net + refunded)
        .setRefundedMinor(refunded)
        .setNetMinor(net)
        .setPendingMinor(net / 50)
        .build();
  }
}
