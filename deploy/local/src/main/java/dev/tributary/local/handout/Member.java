package dev.tributary.local.handout;

import dev.tributary.attribution.v1.Owner;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;

/**
 * One creator of the campaign.
 *
 * @param collaboration the work that credit is posted to
 * @param creator who does it
 */
record Member(Collaboration collaboration, Creator creator) {
  /** Whose the codes and links are. */
  Owner owner() {
    return Owner.newBuilder()
        .setCollaborationId(collaboration.getCollaborationId())
        .setCreatorId(collaboration.getCreatorId())
        .setCampaignId(collaboration.getCampaignId())
        .build();
  }

  /** The name that people know, or the id while there is none. */
  String name() {
    return creator.getDisplayName().isEmpty()
        ? collaboration.getCreatorId()
        : creator.getDisplayName();
  }
}
