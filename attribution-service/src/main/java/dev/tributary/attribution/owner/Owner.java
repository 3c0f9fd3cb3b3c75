package dev.tributary.attribution.owner;

/**
 * Whose work a code or a link is. The ids are those of the ingestion service's catalogue; they are
 * taken as given, so that a sale is never lost because a catalogue is late.
 *
 * @param collaborationId the collaboration that credit is posted to
 * @param creatorId the creator of that collaboration
 * @param campaignId the campaign of that collaboration
 */
public record Owner(String collaborationId, String creatorId, String campaignId) {}
