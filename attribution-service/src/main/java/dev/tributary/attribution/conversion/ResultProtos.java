package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.RefundOutcome;
import dev.tributary.attribution.v1.AmendmentResult;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.type.v1.Verdict;

/** Answers to single items in the contract. */
final class ResultProtos {
  private ResultProtos() {}

  /** The answer to a conversion. */
  static ConversionResult conversion(Verdict verdict, OrderHistory history) {
    ConversionResult.Builder proto = ConversionResult.newBuilder().setVerdict(verdict);
    if (!verdict.hasRejection()) {
      RecordedConversion recorded = history.conversion().orElseThrow();
      proto.setAttribution(AttributionProtos.toProto(recorded));
      recorded.notes().stream().map(ConversionRecordProtos::toProto).forEach(proto::addNotes);
    }
    return proto.build();
  }

  /** The answer to a refund. */
  static RefundResult refund(Verdict verdict, OrderHistory history, Refund refund) {
    RefundResult.Builder proto = RefundResult.newBuilder().setVerdict(verdict);
    if (!verdict.hasRejection()) {
      RefundOutcome outcome = history.outcome(refund);
      proto
          .setState(ChangeProtos.toProto(history.state(refund)))
          .setAppliedMinor(outcome.appliedMinor())
          .setExcessMinor(outcome.excessMinor());
    }
    return proto.build();
  }

  /** The answer to an amendment. */
  static AmendmentResult amendment(Verdict verdict, OrderHistory history, Amendment amendment) {
    AmendmentResult.Builder proto = AmendmentResult.newBuilder().setVerdict(verdict);
    if (!verdict.hasRejection()) {
      proto.setHeld(!history.isApplied(amendment));
    }
    return proto.build();
  }

  /** The answer to a conversion that was refused before anything was looked up. */
  static ConversionResult conversion(Rejected rejected) {
    return ConversionResult.newBuilder().setVerdict(Verdicts.rejected(rejected)).build();
  }

  /** The answer to a refund that was refused before anything was looked up. */
  static RefundResult refund(Rejected rejected) {
    return RefundResult.newBuilder().setVerdict(Verdicts.rejected(rejected)).build();
  }

  /** The answer to an amendment that was refused before anything was looked up. */
  static AmendmentResult amendment(Rejected rejected) {
    return AmendmentResult.newBuilder().setVerdict(Verdicts.rejected(rejected)).build();
  }
}
