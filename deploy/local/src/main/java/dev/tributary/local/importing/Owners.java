package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Owner;
import java.util.List;
import java.util.Optional;

/** Owners of codes and links as files name them. */
final class Owners {
  static final List<Field> FIELDS =
      List.of(
          Field.optional(
              "collaboration_id", "whose it is; blank for the shop's own", "spring-glow-emily"),
          Field.optional("creator_id", "required with collaboration_id", "emily"),
          Field.optional("campaign_id", "required with collaboration_id", "spring-glow"));

  private Owners() {}

  /** The owner of a row's code or link; none when it is the shop's own. */
  static Optional<Owner> of(CsvRow row) throws RowRejected {
    if (row.get("collaboration_id").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Owner.newBuilder()
            .setCollaborationId(row.require("collaboration_id"))
            .setCreatorId(row.require("creator_id"))
            .setCampaignId(row.require("campaign_id"))
            .build());
  }
}
