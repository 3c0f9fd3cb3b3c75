package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Owner;
import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.CollaborationStatus;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row of a roster: a creator, what was agreed with them, and one piece of content that is due.
 *
 * @param line where it starts in the file
 * @param campaignId the campaign
 * @param creatorId made from the name when the file has none
 * @param creatorName for people
 * @param account where they publish
 * @param followers of the account, when told
 * @param observedTime when the account had these followers
 * @param status how far the collaboration has come, when told
 * @param fee for this row's piece, when told
 * @param format of the piece, when one is due
 * @param dueDate when it is due; empty when open
 * @param code the creator's code, when there is one
 * @param landingUrl where the creator's link leads, when there is one
 */
record RosterRow(
    long line,
    String campaignId,
    String creatorId,
    String creatorName,
    Account account,
    OptionalLong followers,
    Instant observedTime,
    Optional<CollaborationStatus> status,
    Optional<Money> fee,
    Optional<ContentFormat> format,
    String dueDate,
    Optional<String> code,
    Optional<String> landingUrl) {
  /** The collaboration, made from campaign and creator. */
  String collaborationId() {
    return Ids.join(campaignId, creatorId);
  }

  Owner owner() {
    return Owner.newBuilder()
        .setCollaborationId(collaborationId())
        .setCreatorId(creatorId)
        .setCampaignId(campaignId)
        .build();
  }
}
