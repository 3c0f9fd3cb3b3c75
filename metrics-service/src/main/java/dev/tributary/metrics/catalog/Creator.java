package dev.tributary.metrics.catalog;

/**
 * That a creator is in the catalogue, at a version that rises with each change.
 *
 * @param creatorId id in the workspace
 */
public record Creator(String creatorId, long version) {}
