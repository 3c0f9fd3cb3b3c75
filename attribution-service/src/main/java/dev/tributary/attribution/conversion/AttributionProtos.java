package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.CreditProtos;
import dev.tributary.attribution.v1.Attribution;
import dev.tributary.runtime.api.ProtoTimes;

/** Attributions in the contract. */
final class AttributionProtos {
  private AttributionProtos() {}

  /** The message of the attribution that holds for a conversion. */
  static Attribution toProto(RecordedConversion recorded) {
    Revision revision = recorded.revision();
    Attribution.Builder proto =
        Attribution.newBuilder()
            .setRevision(revision.revision())
            .setReason(
                dev.tributary.attribution.v1.RevisionReason.valueOf(
                    "REVISION_REASON_" + revision.reason().name()))
            .setPolicy(CreditProtos.toProto(revision.policy()))
            .setDecideTime(ProtoTimes.toProto(revision.decideTime()));
    recorded.ledger().balance().credits().stream()
        .map(CreditProtos::toProto)
        .forEach(proto::addCredits);
    revision
        .unattributedReason()
        .map(CreditProtos::toProto)
        .ifPresent(proto::setUnattributedReason);
    return proto.build();
  }
}
