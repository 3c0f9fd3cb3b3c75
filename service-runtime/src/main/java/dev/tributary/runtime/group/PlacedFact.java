package dev.tributary.runtime.group;

/**
 * A new fact with its place.
 *
 * @param fact the fact
 * @param sequence its place in the feed of its shard
 */
public record PlacedFact<F>(F fact, long sequence) {}
