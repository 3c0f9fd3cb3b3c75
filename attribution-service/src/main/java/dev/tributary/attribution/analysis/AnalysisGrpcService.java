package dev.tributary.attribution.analysis;

import dev.tributary.attribution.health.HealthAnswers;
import dev.tributary.attribution.reconciliation.ReconcileStream;
import dev.tributary.attribution.reconciliation.Reconciliations;
import dev.tributary.attribution.request.Requests;
import dev.tributary.attribution.v1.AnalysisServiceGrpc;
import dev.tributary.attribution.v1.GetCodeHealthRequest;
import dev.tributary.attribution.v1.GetCodeHealthResponse;
import dev.tributary.attribution.v1.ReconcileRequest;
import dev.tributary.attribution.v1.ReconcileResponse;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.attribution.v1.SummarizeCreditsResponse;
import dev.tributary.runtime.feed.Freshness;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import dev.tributary.type.v1.AsOf;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** The calls for sums over the ledger. */
public final class AnalysisGrpcService extends AnalysisServiceGrpc.AnalysisServiceImplBase {
  private final CreditSummaries summaries;
  private final Reconciliations reconciliations;
  private final HealthAnswers healths;
  private final Freshness settled;

  /**
   * The calls of one database.
   *
   * @param settled how far the settler has come
   */
  public AnalysisGrpcService(
      CreditSummaries summaries,
      Reconciliations reconciliations,
      HealthAnswers healths,
      Freshness settled) {
    this.summaries = summaries;
    this.reconciliations = reconciliations;
    this.healths = healths;
    this.settled = settled;
  }

  @Override
  public void summarizeCredits(
      SummarizeCreditsRequest request, StreamObserver<SummarizeCreditsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    SummaryQuery query = Requests.field(() -> SummaryProtos.parse(request));
    settled.serve(
        Requests.positions(request.getAtLeastList()),
        out,
        () -> {
          List<AsOf> asOf = settled.asOf();
          return SummaryProtos.toProto(summaries.of(caller.workspace(), query)).toBuilder()
              .addAllAsOf(asOf)
              .build();
        });
  }

  @Override
  public void getCodeHealth(
      GetCodeHealthRequest request, StreamObserver<GetCodeHealthResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    healths.answer(caller.workspace(), request, out);
  }

  @Override
  public StreamObserver<ReconcileRequest> reconcile(StreamObserver<ReconcileResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    return new ReconcileStream(caller.workspace(), reconciliations, settled, out);
  }
}
