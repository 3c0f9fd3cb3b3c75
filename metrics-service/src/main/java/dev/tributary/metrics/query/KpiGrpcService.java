package dev.tributary.metrics.query;

import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.kpi.KpiCatalogue;
import dev.tributary.metrics.v1.CheckCampaignRequest;
import dev.tributary.metrics.v1.CheckCampaignResponse;
import dev.tributary.metrics.v1.ExplainKpiRequest;
import dev.tributary.metrics.v1.ExplainKpiResponse;
import dev.tributary.metrics.v1.KpiServiceGrpc.KpiServiceImplBase;
import dev.tributary.metrics.v1.ListDataFaultsRequest;
import dev.tributary.metrics.v1.ListDataFaultsResponse;
import dev.tributary.metrics.v1.ListKpisRequest;
import dev.tributary.metrics.v1.ListKpisResponse;
import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.metrics.v1.QueryKpisResponse;
import dev.tributary.metrics.v1.QuerySeriesRequest;
import dev.tributary.metrics.v1.QuerySeriesResponse;
import dev.tributary.metrics.v1.WatchCampaignRequest;
import dev.tributary.metrics.v1.WatchCampaignResponse;
import dev.tributary.metrics.watch.Watchers;
import dev.tributary.runtime.feed.Freshness;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Replies;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.StreamObserver;
import java.util.Optional;

/** The calls for KPIs. A wrong request is refused before anything is waited for. */
public final class KpiGrpcService extends KpiServiceImplBase {
  private final KpiQueries queries;
  private final CampaignQueries campaigns;
  private final ProgressQueries progress;
  private final Watchers watchers;
  private final Freshness freshness;

  /** The calls over one set of feeds. */
  public KpiGrpcService(
      KpiQueries queries,
      CampaignQueries campaigns,
      ProgressQueries progress,
      Watchers watchers,
      Freshness freshness) {
    this.queries = queries;
    this.campaigns = campaigns;
    this.progress = progress;
    this.watchers = watchers;
    this.freshness = freshness;
  }

  @Override
  public void listKpis(ListKpisRequest request, StreamObserver<ListKpisResponse> out) {
    Caller.current().require(Scope.READ);
    Replies.reply(
        out,
        ListKpisResponse.newBuilder()
            .addAllKpis(KpiCatalogue.ALL.stream().map(DefinitionProtos::toProto).toList())
            .build());
  }

  @Override
  public void queryKpis(QueryKpisRequest request, StreamObserver<QueryKpisResponse> out) {
    String workspace = workspace();
    TableQuestion asked = Requests.parsed(() -> QuestionProtos.table(workspace, request));
    Paging paging =
        Paging.of(
            request.getPageSize(),
            request.getPageToken(),
            request.toBuilder().clearPageSize().clearPageToken().clearAtLeast().build());
    freshness.serve(
        request.getAtLeastList(),
        out,
        () -> TableProtos.toProto(asked, queries.table(asked), paging));
  }

  @Override
  public void querySeries(QuerySeriesRequest request, StreamObserver<QuerySeriesResponse> out) {
    String workspace = workspace();
    SeriesQuestion asked = Requests.parsed(() -> QuestionProtos.series(workspace, request));
    freshness.serve(
        request.getAtLeastList(), out, () -> SeriesProtos.toProto(asked, queries.series(asked)));
  }

  @Override
  public void explainKpi(ExplainKpiRequest request, StreamObserver<ExplainKpiResponse> out) {
    String workspace = workspace();
    Question asked = Requests.parsed(() -> QuestionProtos.explanation(workspace, request));
    Optional<TimeRange> range =
        Requests.parsed(() -> FilterProtos.range(request.hasTimeRange(), request.getTimeRange()));
    freshness.serve(
        request.getAtLeastList(), out, () -> ExplainProtos.toProto(queries.explain(asked, range)));
  }

  @Override
  public void listDataFaults(
      ListDataFaultsRequest request, StreamObserver<ListDataFaultsResponse> out) {
    String workspace = workspace();
    FaultQuestion asked = Requests.parsed(() -> QuestionProtos.faults(workspace, request));
    Paging paging =
        Paging.of(
            request.getPageSize(),
            request.getPageToken(),
            request.toBuilder().clearPageSize().clearPageToken().clearAtLeast().build());
    freshness.serve(
        request.getAtLeastList(), out, () -> FaultProtos.toProto(queries.faults(asked), paging));
  }

  @Override
  public void checkCampaign(
      CheckCampaignRequest request, StreamObserver<CheckCampaignResponse> out) {
    String workspace = workspace();
    String campaignId = Requests.parsed(() -> CheckProtos.campaignId(request));
    freshness.serve(
        request.getAtLeastList(),
        out,
        () -> CheckProtos.toProto(campaigns.check(workspace, campaignId)));
  }

  @Override
  public void watchCampaign(
      WatchCampaignRequest request, StreamObserver<WatchCampaignResponse> out) {
    String workspace = workspace();
    WatchQuestion asked = Requests.parsed(() -> WatchProtos.question(workspace, request));
    watchers.watch(
        out,
        freshness.reached(request.getAtLeastList()),
        asked.interval(),
        new WatchedCampaign(asked, progress, freshness));
  }

  private static String workspace() {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    return caller.workspace();
  }
}
