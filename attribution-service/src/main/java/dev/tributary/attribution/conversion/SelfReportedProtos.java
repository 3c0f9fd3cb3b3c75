package dev.tributary.attribution.conversion;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;

/** Customers' own answers in the contract and in our records. */
final class SelfReportedProtos {
  private static final int RAW_CHARACTERS_MAX = 500;
  private static final int WHOLE_MILLIONTHS = 1_000_000;

  private SelfReportedProtos() {}

  /** Parses an answer. */
  static SelfReported parse(dev.tributary.attribution.v1.SelfReported proto) throws Rejected {
    String field = "self_reported.";
    return new SelfReported(
        Fields.text(field + "raw_text", proto.getRawText(), RAW_CHARACTERS_MAX),
        Fields.optionalId(field + "creator_id", proto.getCreatorId()).orElse(""),
        (int)
            Fields.inRange(
                field + "confidence_millionths",
                proto.getConfidenceMillionths(),
                0,
                WHOLE_MILLIONTHS));
  }

  /** An answer that was parsed before it was stored. */
  static SelfReported stored(dev.tributary.attribution.v1.SelfReported proto) {
    return new SelfReported(
        proto.getRawText(), proto.getCreatorId(), proto.getConfidenceMillionths());
  }

  /** The message of an answer. */
  static dev.tributary.attribution.v1.SelfReported toProto(SelfReported answer) {
    return dev.tributary.attribution.v1.SelfReported.newBuilder()
        .setRawText(answer.rawText())
        .setCreatorId(answer.creatorId())
        .setConfidenceMillionths(answer.confidenceMillionths())
        .build();
  }
}
