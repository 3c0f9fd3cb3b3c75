package dev.tributary.attribution.hold;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What rules saw, in the contract and as stored. */
final class EvidenceProtos {
  private static final String KIND_PREFIX = "IDENTITY_KIND_";

  private EvidenceProtos() {}

  /** The message of evidence. */
  static dev.tributary.attribution.v1.HoldEvidence toProto(HoldEvidence evidence) {
    var proto =
        dev.tributary.attribution.v1.HoldEvidence.newBuilder()
            .setSummary(evidence.summary())
            .setCreatorId(evidence.creatorId())
            .setTouchId(evidence.touchId())
            .setMicrosBefore(TimeUnit.NANOSECONDS.toMicros(evidence.before().toNanos()))
            .setMinSeconds(evidence.minBefore().toSeconds())
            .setCodeId(evidence.codeId())
            .addAllIdentityLinkIds(evidence.linkIds());
    evidence
        .matches()
        .forEach(
            kind ->
                proto.addMatches(
                    dev.tributary.attribution.v1.IdentityKind.valueOf(KIND_PREFIX + kind.name())));
    evidence.checkoutStart().map(ProtoTimes::toProto).ifPresent(proto::setCheckoutStartTime);
    return proto.build();
  }

  /** The evidence of stored bytes. */
  static HoldEvidence stored(byte[] bytes) {
    try {
      var proto = dev.tributary.attribution.v1.HoldEvidence.parseFrom(bytes);
      return new HoldEvidence(
          proto.getSummary(),
          proto.getCreatorId(),
          proto.getMatchesList().stream()
              .map(kind -> IdentityKind.valueOf(kind.name().substring(KIND_PREFIX.length())))
              .toList(),
          proto.getTouchId(),
          Duration.of(proto.getMicrosBefore(), ChronoUnit.MICROS),
          Duration.ofSeconds(proto.getMinSeconds()),
          proto.hasCheckoutStartTime()
              ? Optional.of(ProtoTimes.toInstant(proto.getCheckoutStartTime()))
              : Optional.empty(),
          proto.getCodeId(),
          proto.getIdentityLinkIdsList());
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("stored evidence of a hold cannot be read", broken);
    }
  }
}
