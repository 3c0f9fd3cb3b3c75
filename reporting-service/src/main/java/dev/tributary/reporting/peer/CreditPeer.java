package dev.tributary.reporting.peer;

import dev.tributary.attribution.v1.AnalysisServiceGrpc;
import dev.tributary.attribution.v1.AnalysisServiceGrpc.AnalysisServiceBlockingStub;
import dev.tributary.attribution.v1.CreditGrouping;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.attribution.v1.SummarizeCreditsResponse;
import dev.tributary.attribution.v1.TimeBasis;
import dev.tributary.reporting.campaign.CampaignDays;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.TimeRange;
import io.grpc.Channel;

/** The ledger of the attribution service, added up by source. */
final class CreditPeer {
  private final AnalysisServiceBlockingStub stub;

  CreditPeer(Channel channel) {
    this.stub = AnalysisServiceGrpc.newBlockingStub(channel);
  }

  /** All credits of the campaign, whenever they were earned. */
  SummarizeCreditsResponse ofCampaign(String campaignId) {
    return stub.summarizeCredits(bySource().setCampaignId(campaignId).build());
  }

  /** The credits of all orders of the days, and the orders themselves, campaigns or not. */
  SummarizeCreditsResponse ofDays(CampaignDays days) {
    TimeRange range =
        TimeRange.newBuilder()
            .setStartTime(ProtoTimes.toProto(days.start()))
            .setEndTime(ProtoTimes.toProto(days.end()))
            .build();
    return stub.summarizeCredits(
        bySource().setTimeRange(range).setTimeBasis(TimeBasis.TIME_BASIS_CONVERSION_TIME).build());
  }

  private static SummarizeCreditsRequest.Builder bySource() {
    return SummarizeCreditsRequest.newBuilder().setGroupBy(CreditGrouping.CREDIT_GROUPING_SOURCE);
  }
}
