package dev.tributary.attribution.analysis;

import static dev.tributary.runtime.server.Replies.reply;

import dev.tributary.attribution.request.Requests;
import dev.tributary.attribution.v1.AnalysisServiceGrpc;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.attribution.v1.SummarizeCreditsResponse;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.StreamObserver;

/** The calls for sums over the ledger. */
public final class AnalysisGrpcService extends AnalysisServiceGrpc.AnalysisServiceImplBase {
  private final CreditSummaries summaries;

  /** The calls of one database. */
  public AnalysisGrpcService(CreditSummaries summaries) {
    this.summaries = summaries;
  }

  @Override
  public void summarizeCredits(
      SummarizeCreditsRequest request, StreamObserver<SummarizeCreditsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    SummaryQuery query = Requests.field(() -> SummaryProtos.parse(request));
    reply(out, SummaryProtos.toProto(summaries.of(caller.workspace(), query)));
  }
}
