package dev.tributary.local.importing;

import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.PutTermsRequest;
import dev.tributary.attribution.v1.PutTermsResponse;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.WritePositions;
import dev.tributary.runtime.server.ErrorDetails;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Rejection;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Puts terms one by one, since there is no batch of them, and judges each as a batch call would.
 *
 * @param peers where to
 */
record TermsCall(Peers peers) {
  BatchCall<CommissionTerms, Verdict> call() {
    return BatchCall.of(
        this::put, Answered::position, Answered::verdicts, UnaryOperator.identity());
  }

  private Answered put(List<CommissionTerms> items) {
    WritePositions positions = new WritePositions();
    List<Verdict> verdicts = new ArrayList<>();
    for (CommissionTerms terms : items) {
      verdicts.add(put(terms, positions));
    }
    return new Answered(verdicts, positions.tokens("attribution").stream().findFirst().orElse(""));
  }

  private Verdict put(CommissionTerms terms, WritePositions positions) {
    try {
      int known =
          new PagedLists(peers)
              .terms(terms.getOwner().getCollaborationId()).stream()
                  .mapToInt(CommissionTerms::getTermsVersion)
                  .max()
                  .orElse(0);
      PutTermsResponse answer =
          peers.commissions().putTerms(PutTermsRequest.newBuilder().setTerms(terms).build());
      positions.keep(answer.getPosition());
      boolean isNew = answer.getTerms().getTermsVersion() > known;
      VerdictStatus status =
          !isNew
              ? VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED
              : known == 0
                  ? VerdictStatus.VERDICT_STATUS_RECORDED
                  : VerdictStatus.VERDICT_STATUS_UPDATED;
      return Verdict.newBuilder().setStatus(status).build();
    } catch (StatusRuntimeException fault) {
      return refused(fault);
    }
  }

  /** What the service says about one row is that row's; all else ends the import. */
  private static Verdict refused(StatusRuntimeException fault) {
    ErrorReason reason =
        ErrorDetails.reason(fault.getTrailers())
            .map(name -> ErrorReason.valueOf("ERROR_REASON_" + name))
            .filter(
                it ->
                    it == ErrorReason.ERROR_REASON_FIELD_INVALID
                        || it == ErrorReason.ERROR_REASON_TERMS_IN_USE)
            .orElseThrow(() -> fault);
    String text = String.valueOf(fault.getStatus().getDescription());
    int colon = text.indexOf(": ");
    return Verdict.newBuilder()
        .setStatus(VerdictStatus.VERDICT_STATUS_REJECTED)
        .setRejection(
            Rejection.newBuilder()
                .setReason(reason)
                .setField(colon < 0 ? "" : text.substring(0, colon))
                .setMessage(text))
        .build();
  }

  /**
   * What became of some terms.
   *
   * @param position of those that were written
   */
  private record Answered(List<Verdict> verdicts, String position) {}
}
