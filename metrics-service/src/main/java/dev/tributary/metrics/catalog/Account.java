package dev.tributary.metrics.catalog;

/**
 * An account on a platform.
 *
 * @param platform number of {@code tributary.type.v1.Platform}
 * @param handle public handle without "@"
 */
public record Account(int platform, String handle) {}
