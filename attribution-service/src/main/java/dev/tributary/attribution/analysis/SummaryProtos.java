package dev.tributary.attribution.analysis;

import dev.tributary.attribution.credit.CreditProtos;
import dev.tributary.attribution.credit.CreditSource;
import dev.tributary.attribution.credit.RevenueBase;
import dev.tributary.attribution.request.TimeRangeProtos;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.attribution.v1.SummarizeCreditsResponse;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;

/** Sums in the contract and in our records. */
final class SummaryProtos {
  private SummaryProtos() {}

  /** What a request wants added up. */
  static SummaryQuery parse(SummarizeCreditsRequest request) throws Rejected {
    return new SummaryQuery(
        TimeRangeProtos.parse("time_range", request.hasTimeRange(), request.getTimeRange()),
        timeBasis(request.getTimeBasis()),
        groupBy(request.getGroupBy()),
        Fields.optionalId("campaign_id", request.getCampaignId()),
        Fields.optionalId("storefront_id", request.getStorefrontId()));
  }

  /** The message of sums. */
  static SummarizeCreditsResponse toProto(Summary summary) {
    SummarizeCreditsResponse.Builder proto =
        SummarizeCreditsResponse.newBuilder().setBase(CreditProtos.toProto(RevenueBase.NET_SALES));
    summary.credits().stream().map(SummaryProtos::toProto).forEach(proto::addCredits);
    summary
        .orders()
        .ifPresent(orders -> orders.stream().map(SummaryProtos::toProto).forEach(proto::addOrders));
    return proto.build();
  }

  private static dev.tributary.attribution.v1.CreditSummary toProto(CreditSummary credit) {
    var proto =
        dev.tributary.attribution.v1.CreditSummary.newBuilder()
            .setCurrencyCode(credit.currency())
            .setCodeId(credit.codeId())
            .setLinkId(credit.linkId())
            .setConversionsMillionths(credit.conversionsMillionths())
            .setGrossMinor(credit.grossMinor())
            .setRefundedMinor(credit.refundedMinor())
            .setNetMinor(credit.netMinor())
            .setPendingMinor(credit.pendingMinor())
            .setHeldMinor(credit.heldMinor());
    if (!credit.source().isEmpty()) {
      proto.setSource(CreditProtos.toProto(CreditSource.valueOf(credit.source())));
    }
    Owner owner =
        Owner.newBuilder()
            .setCollaborationId(credit.collaborationId())
            .setCreatorId(credit.creatorId())
            .setCampaignId(credit.campaignId())
            .build();
    if (!owner.equals(Owner.getDefaultInstance())) {
      proto.setOwner(owner);
    }
    return proto.build();
  }

  private static dev.tributary.attribution.v1.OrderTotals toProto(OrderTotals orders) {
    return dev.tributary.attribution.v1.OrderTotals.newBuilder()
        .setCurrencyCode(orders.currency())
        .setOrderCount(orders.orderCount())
        .setItemsMinor(orders.itemsMinor())
        .setDiscountMinor(orders.discountMinor())
        .setSubtotalMinor(orders.subtotalMinor())
        .setTaxMinor(orders.taxMinor())
        .setShippingMinor(orders.shippingMinor())
        .setTipMinor(orders.tipMinor())
        .setPaidMinor(orders.paidMinor())
        .setNetSalesMinor(orders.netSalesMinor())
        .setRefundedMinor(orders.refundedMinor())
        .build();
  }

  private static TimeBasis timeBasis(dev.tributary.attribution.v1.TimeBasis proto) throws Rejected {
    if (proto == dev.tributary.attribution.v1.TimeBasis.TIME_BASIS_UNSPECIFIED) {
      return TimeBasis.CONVERSION_TIME;
    }
    String name = Fields.known("time_basis", proto).name();
    return TimeBasis.valueOf(name.substring("TIME_BASIS_".length()));
  }

  private static CreditGrouping groupBy(dev.tributary.attribution.v1.CreditGrouping proto)
      throws Rejected {
    if (proto == dev.tributary.attribution.v1.CreditGrouping.CREDIT_GROUPING_UNSPECIFIED) {
      return CreditGrouping.SOURCE;
    }
    String name = Fields.known("group_by", proto).name();
    return CreditGrouping.valueOf(name.substring("CREDIT_GROUPING_".length()));
  }
}
