package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.RefundOutcome;
import dev.tributary.attribution.v1.AmendmentResult;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.RecordAmendmentsResponse;
import dev.tributary.attribution.v1.RecordConversionsResponse;
import dev.tributary.attribution.v1.RecordRefundsResponse;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.runtime.api.ParsedBatch;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.group.GroupAnswer;
import java.util.ArrayList;
import java.util.List;

/** Answers to batches in the contract. */
final class ResultProtos {
  private ResultProtos() {}

  /** The answer to a batch of conversions. */
  static RecordConversionsResponse conversions(
      ParsedBatch<?> batch, GroupAnswer<OrderAnswer> answer, String position) {
    List<ConversionResult> results =
        answer.results().stream().map(ResultProtos::conversion).toList();
    return RecordConversionsResponse.newBuilder()
        .addAllResults(
            batch.results(
                results,
                refusal ->
                    ConversionResult.newBuilder().setVerdict(Verdicts.rejected(refusal)).build()))
        .setPosition(position)
        .setLoad(answer.load())
        .build();
  }

  /** The answer to a batch of refunds. */
  static RecordRefundsResponse refunds(
      ParsedBatch<SentChange> batch, GroupAnswer<OrderAnswer> answer, String position) {
    List<RefundResult> results = new ArrayList<>();
    for (int i = 0; i < answer.results().size(); i++) {
      Refund refund = (Refund) batch.accepted().get(i).change();
      results.add(refund(answer.results().get(i), refund));
    }
    return RecordRefundsResponse.newBuilder()
        .addAllResults(
            batch.results(
                results,
                refusal ->
                    RefundResult.newBuilder().setVerdict(Verdicts.rejected(refusal)).build()))
        .setPosition(position)
        .setLoad(answer.load())
        .build();
  }

  /** The answer to a batch of amendments. */
  static RecordAmendmentsResponse amendments(
      ParsedBatch<SentChange> batch, GroupAnswer<OrderAnswer> answer, String position) {
    List<AmendmentResult> results = new ArrayList<>();
    for (int i = 0; i < answer.results().size(); i++) {
      Amendment amendment = (Amendment) batch.accepted().get(i).change();
      results.add(amendment(answer.results().get(i), amendment));
    }
    return RecordAmendmentsResponse.newBuilder()
        .addAllResults(
            batch.results(
                results,
                refusal ->
                    AmendmentResult.newBuilder().setVerdict(Verdicts.rejected(refusal)).build()))
        .setPosition(position)
        .setLoad(answer.load())
        .build();
  }

  private static ConversionResult conversion(OrderAnswer answer) {
    ConversionResult.Builder proto = ConversionResult.newBuilder().setVerdict(answer.verdict());
    if (!answer.verdict().hasRejection()) {
      RecordedConversion recorded = answer.order().conversion().orElseThrow();
      proto.setAttribution(AttributionProtos.toProto(recorded));
      recorded.notes().stream().map(ConversionRecordProtos::toProto).forEach(proto::addNotes);
    }
    return proto.build();
  }

  private static RefundResult refund(OrderAnswer answer, Refund refund) {
    RefundResult.Builder proto = RefundResult.newBuilder().setVerdict(answer.verdict());
    if (!answer.verdict().hasRejection()) {
      RefundOutcome outcome = answer.order().outcome(refund);
      proto
          .setState(ChangeProtos.toProto(answer.order().state(refund)))
          .setAppliedMinor(outcome.appliedMinor())
          .setExcessMinor(outcome.excessMinor());
    }
    return proto.build();
  }

  private static AmendmentResult amendment(OrderAnswer answer, Amendment amendment) {
    AmendmentResult.Builder proto = AmendmentResult.newBuilder().setVerdict(answer.verdict());
    if (!answer.verdict().hasRejection()) {
      proto.setHeld(!answer.order().isApplied(amendment));
    }
    return proto.build();
  }
}
