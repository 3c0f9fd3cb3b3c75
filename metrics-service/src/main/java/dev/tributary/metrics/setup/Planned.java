package dev.tributary.metrics.setup;

/**
 * A collaboration that was agreed.
 *
 * @param creatorId its creator
 * @param isCreatorKnown whether the catalogue has the creator
 * @param hasCost whether a cost was observed of it
 */
public record Planned(
    String collaborationId, String creatorId, boolean isCreatorKnown, boolean hasCost) {}
