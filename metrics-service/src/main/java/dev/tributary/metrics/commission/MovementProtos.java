package dev.tributary.metrics.commission;

import dev.tributary.attribution.v1.CommissionMovement;
import dev.tributary.runtime.api.ProtoTimes;

/** Commissions as they stand in attribution's feed. */
public final class MovementProtos {
  private MovementProtos() {}

  /** What one thing has earned. */
  public static Movement movement(CommissionMovement proto) {
    return new Movement(
        new MovementKey(
            proto.getOwner().getCollaborationId(),
            proto.getKindValue(),
            proto.getStorefrontId(),
            proto.getTypeValue(),
            proto.getCustomType(),
            proto.getOrderId(),
            proto.getSourceId(),
            proto.getAmount().getCurrencyCode()),
        proto.getOwner().getCreatorId(),
        proto.getOwner().getCampaignId(),
        proto.getNumber(),
        proto.getTotalMinor(),
        ProtoTimes.toInstant(proto.getEffectiveTime()));
  }
}
