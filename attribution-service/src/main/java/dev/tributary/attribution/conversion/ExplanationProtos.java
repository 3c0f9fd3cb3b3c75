package dev.tributary.attribution.conversion;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.credit.ArithmeticProtos;
import dev.tributary.attribution.credit.BoundCode;
import dev.tributary.attribution.credit.Candidate;
import dev.tributary.attribution.credit.CreditProtos;
import dev.tributary.attribution.credit.Decision;
import dev.tributary.attribution.v1.CandidateKind;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.attribution.v1.FirstPayment;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Explanations in the contract. The part that was known when the decision was made is stored as it
 * was then.
 */
public final class ExplanationProtos {
  private ExplanationProtos() {}

  /** A decision as it is stored. */
  static byte[] toBytes(Decision decision) {
    ExplainAttributionResponse.Builder proto =
        ExplainAttributionResponse.newBuilder()
            .setTouchesCut(decision.touchesCut())
            .setSummary(decision.summary());
    decision.candidates().stream().map(CreditProtos::toProto).forEach(proto::addCandidates);
    decision.firstPayment().map(CreditProtos::toProto).ifPresent(proto::setFirstPayment);
    return proto.build().toByteArray();
  }

  /** The codes of a stored decision, as they were decided then. */
  static List<Candidate> codes(byte[] decision) {
    return candidates(decision, CandidateKind.CANDIDATE_KIND_CODE);
  }

  /** The touches of a stored decision, as they were decided then, newest first. */
  public static List<Candidate> touches(byte[] decision) {
    return candidates(decision, CandidateKind.CANDIDATE_KIND_TOUCH);
  }

  private static List<Candidate> candidates(byte[] decision, CandidateKind kind) {
    try {
      return ExplainAttributionResponse.parseFrom(decision).getCandidatesList().stream()
          .filter(candidate -> candidate.getKind() == kind)
          .map(CreditProtos::stored)
          .toList();
    } catch (InvalidProtocolBufferException broken) {
      throw unreadable(broken);
    }
  }

  /** The code of an earlier order that bound the customer then, if one did. */
  static Optional<BoundCode> bound(byte[] decision) {
    try {
      return ExplainAttributionResponse.parseFrom(decision).getCandidatesList().stream()
          .filter(candidate -> candidate.getKind() == CandidateKind.CANDIDATE_KIND_BOUND_CODE)
          .map(CreditProtos::stored)
          .map(
              candidate ->
                  new BoundCode(
                      candidate.codeId(),
                      candidate.code(),
                      candidate.owner().orElseThrow(),
                      candidate.orderId(),
                      candidate.eventTime()))
          .findFirst();
    } catch (InvalidProtocolBufferException broken) {
      throw unreadable(broken);
    }
  }

  /** The explanation of a conversion. */
  static ExplainAttributionResponse toProto(Explanation explanation) {
    try {
      ExplainAttributionResponse.Builder proto =
          ExplainAttributionResponse.newBuilder()
              .mergeFrom(explanation.decision())
              .addAllArithmetic(
                  ArithmeticProtos.toProto(
                      explanation.conversion().ledger(),
                      explanation.conversion().conversion().currency()))
              .setAttribution(AttributionProtos.toProto(explanation.conversion()));
      if (explanation.conversion().holdState() == OrderHoldState.REJECTED) {
        proto.setSummary(
            "A hold of the order was rejected, so nobody is credited. Decided before: "
                + proto.getSummary());
      }
      explanation.conversion().notes().stream()
          .map(ConversionRecordProtos::toProto)
          .forEach(proto::addNotes);
      explanation
          .conversion()
          .conversion()
          .selfReported()
          .map(SelfReportedProtos::toProto)
          .ifPresent(proto::setSelfReported);
      explanation
          .conversion()
          .revision()
          .policy()
          .stickyMonths()
          .ifPresent(months -> stick(proto, months));
      return proto.build();
    } catch (InvalidProtocolBufferException broken) {
      throw unreadable(broken);
    }
  }

  private static void stick(ExplainAttributionResponse.Builder proto, int months) {
    if (proto.hasFirstPayment()) {
      FirstPayment.Builder payment = proto.getFirstPaymentBuilder();
      Instant time = ProtoTimes.toInstant(payment.getConversionTime());
      payment.setStickyUntil(
          ProtoTimes.toProto(
              dev.tributary.attribution.credit.FirstPayment.stickyUntil(time, months)));
    }
  }

  private static IllegalStateException unreadable(InvalidProtocolBufferException broken) {
    return new IllegalStateException("stored decision cannot be read", broken);
  }
}
