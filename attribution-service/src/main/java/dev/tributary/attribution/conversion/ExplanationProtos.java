package dev.tributary.attribution.conversion;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.credit.CreditProtos;
import dev.tributary.attribution.credit.Decision;
import dev.tributary.attribution.v1.ExplainAttributionResponse;

/**
 * Explanations in the contract. The part that was known when the decision was made is stored as it
 * was then.
 */
final class ExplanationProtos {
  private ExplanationProtos() {}

  /** A decision as it is stored. */
  static byte[] toBytes(Decision decision) {
    ExplainAttributionResponse.Builder proto =
        ExplainAttributionResponse.newBuilder()
            .setTouchesCut(decision.touchesCut())
            .setSummary(decision.summary());
    decision.candidates().stream().map(CreditProtos::toProto).forEach(proto::addCandidates);
    return proto.build().toByteArray();
  }

  /** The explanation of a conversion. */
  static ExplainAttributionResponse toProto(Explanation explanation) {
    try {
      ExplainAttributionResponse.Builder proto =
          ExplainAttributionResponse.newBuilder()
              .mergeFrom(explanation.decision())
              .setAttribution(AttributionProtos.toProto(explanation.conversion()));
      explanation
          .conversion()
          .conversion()
          .selfReported()
          .map(SelfReportedProtos::toProto)
          .ifPresent(proto::setSelfReported);
      return proto.build();
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("stored decision cannot be read", broken);
    }
  }
}
