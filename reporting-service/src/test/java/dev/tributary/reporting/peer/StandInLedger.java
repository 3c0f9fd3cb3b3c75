package dev.tributary.reporting.peer;

import dev.tributary.attribution.v1.AnalysisServiceGrpc.AnalysisServiceImplBase;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.attribution.v1.SummarizeCreditsResponse;
import dev.tributary.runtime.server.Replies;
import io.grpc.stub.StreamObserver;

/** A ledger that knows the campaign's credits and all orders of its days. */
final class StandInLedger extends AnalysisServiceImplBase {
  private final StandIns peers;

  StandInLedger(StandIns peers) {
    this.peers = peers;
  }

  @Override
  public void summarizeCredits(
      SummarizeCreditsRequest request, StreamObserver<SummarizeCreditsResponse> out) {
    peers.noteCaller();
    boolean ofCampaign = !request.getCampaignId().isEmpty();
    Replies.reply(out, ofCampaign ? peers.answers().credits() : peers.answers().orders());
  }
}
