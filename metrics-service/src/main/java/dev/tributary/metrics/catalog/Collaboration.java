package dev.tributary.metrics.catalog;

/**
 * One creator working in one campaign; either may be unknown yet.
 *
 * @param version rises with each change
 * @param status number of {@code tributary.ingestion.v1.CollaborationStatus}
 */
public record Collaboration(
    String collaborationId, long version, String campaignId, String creatorId, int status) {}
