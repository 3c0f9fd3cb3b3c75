package dev.tributary.reporting.peer;

import dev.tributary.attribution.v1.AnalysisServiceGrpc.AnalysisServiceImplBase;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.attribution.v1.SummarizeCreditsResponse;
import dev.tributary.runtime.server.Replies;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A ledger that knows the campaign's credits and all orders of its days. */
public final class StandInLedger extends AnalysisServiceImplBase {
  private final StandIns peers;
  private final List<SummarizeCreditsRequest> requests = new CopyOnWriteArrayList<>();

  StandInLedger(StandIns peers) {
    this.peers = peers;
  }

  /** What SummarizeCredits was asked. */
  public List<SummarizeCreditsRequest> requests() {
    return requests;
  }

  @Override
  public void summarizeCredits(
      SummarizeCreditsRequest request, StreamObserver<SummarizeCreditsResponse> out) {
    peers.noteCaller();
    requests.add(request);
    boolean ofCampaign = !request.getCampaignId().isEmpty();
    Replies.reply(out, ofCampaign ? peers.answers().credits() : peers.answers().orders());
  }
}
