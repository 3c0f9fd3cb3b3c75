package dev.tributary.attribution.owner;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.util.Optional;

/** Owners in the contract and in our records. */
public final class OwnerProtos {
  private OwnerProtos() {}

  /**
   * Parses an owner that may be absent.
   *
   * @param field path of the message, put before the names of its fields
   * @param present whether the message that holds it has it
   */
  public static Optional<Owner> parse(
      String field, boolean present, dev.tributary.attribution.v1.Owner owner) throws Rejected {
    if (!present) {
      return Optional.empty();
    }
    return Optional.of(
        new Owner(
            Fields.id(field + ".collaboration_id", owner.getCollaborationId()),
            Fields.id(field + ".creator_id", owner.getCreatorId()),
            Fields.id(field + ".campaign_id", owner.getCampaignId())));
  }

  /** An owner of a stored message. */
  public static Owner stored(dev.tributary.attribution.v1.Owner owner) {
    return new Owner(owner.getCollaborationId(), owner.getCreatorId(), owner.getCampaignId());
  }

  /** The message of an owner. */
  public static dev.tributary.attribution.v1.Owner toProto(Owner owner) {
    return dev.tributary.attribution.v1.Owner.newBuilder()
        .setCollaborationId(owner.collaborationId())
        .setCreatorId(owner.creatorId())
        .setCampaignId(owner.campaignId())
        .build();
  }
}
