package dev.tributary.reporting.peer;

import dev.tributary.metrics.v1.Dimension;
import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.metrics.v1.KpiFilter;
import dev.tributary.metrics.v1.KpiRow;
import dev.tributary.metrics.v1.KpiServiceGrpc;
import dev.tributary.metrics.v1.KpiServiceGrpc.KpiServiceBlockingStub;
import dev.tributary.metrics.v1.ListDataFaultsRequest;
import dev.tributary.metrics.v1.ListDataFaultsResponse;
import dev.tributary.metrics.v1.ListKpisRequest;
import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.metrics.v1.QueryKpisResponse;
import dev.tributary.metrics.v1.QuerySeriesRequest;
import dev.tributary.metrics.v1.SeriesPoint;
import dev.tributary.reporting.campaign.CampaignDays;
import io.grpc.Channel;
import java.util.List;
import java.util.Optional;

/**
 * The KPI engine of the metrics service. Values of a campaign are the newest ones: what its posts
 * gained and what its codes sold after its last day counts too.
 */
final class KpiPeer {
  /** Faults that a report lists; the answer says how many there are in all. */
  private static final int FAULTS_MAX = 100;

  private final KpiServiceBlockingStub stub;

  KpiPeer(Channel channel) {
    this.stub = KpiServiceGrpc.newBlockingStub(channel);
  }

  List<KpiDefinition> definitions() {
    return stub.listKpis(ListKpisRequest.getDefaultInstance()).getKpisList();
  }

  /**
   * The KPIs by creator and platform. Nearly always one page, whose rows and total are of one
   * moment. Several pages are of several moments, so none of their totals fits the rows.
   */
  KpiAnswer query(String campaignId, String currency, List<String> kpiIds, List<String> atLeast) {
    QueryKpisRequest.Builder request =
        QueryKpisRequest.newBuilder()
            .addAllKpiIds(kpiIds)
            .setFilter(only(campaignId))
            .addGroupBy(Dimension.DIMENSION_CREATOR)
            .addGroupBy(Dimension.DIMENSION_PLATFORM)
            .setCurrencyCode(currency)
            .setPageSize(Pages.SIZE_MAX)
            .addAllAtLeast(atLeast);
    List<QueryKpisResponse> pages =
        Pages.all(
            token -> stub.queryKpis(request.setPageToken(token).build()),
            QueryKpisResponse::getNextPageToken);
    List<KpiRow> rows = pages.stream().flatMap(page -> page.getRowsList().stream()).toList();
    QueryKpisResponse first = pages.get(0);
    return new KpiAnswer(
        kpiIds,
        rows,
        pages.size() == 1 ? Optional.of(first.getTotal()) : Optional.empty(),
        first.getRevenueBase(),
        first.getCurrencyCode(),
        first.getAsOfList());
  }

  List<SeriesPoint> series(
      String campaignId, String currency, String kpiId, CampaignDays days, List<String> atLeast) {
    QuerySeriesRequest request =
        QuerySeriesRequest.newBuilder()
            .addKpiIds(kpiId)
            .setFilter(only(campaignId))
            .setStartDate(days.first().toString())
            .setEndDate(days.last().toString())
            .setTimeZone(days.zone().getId())
            .setCurrencyCode(currency)
            .addAllAtLeast(atLeast)
            .build();
    return stub.querySeries(request).getPointsList();
  }

  ListDataFaultsResponse faults(String campaignId, List<String> atLeast) {
    return stub.listDataFaults(
        ListDataFaultsRequest.newBuilder()
            .setFilter(only(campaignId))
            .setPageSize(FAULTS_MAX)
            .addAllAtLeast(atLeast)
            .build());
  }

  private static KpiFilter only(String campaignId) {
    return KpiFilter.newBuilder().addCampaignIds(campaignId).build();
  }
}
