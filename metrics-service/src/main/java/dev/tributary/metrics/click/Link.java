package dev.tributary.metrics.click;

/**
 * A tracking link and whose it is; empty ids for a channel that is no creator's. A link never
 * changes.
 */
public record Link(String linkId, String collaborationId, String creatorId, String campaignId) {}
