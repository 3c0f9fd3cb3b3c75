package dev.tributary.attribution.privacy;

/**
 * Where an entry stands in the feed.
 *
 * @param shard its shard
 * @param sequence its place in the shard
 */
public record FeedPlace(int shard, long sequence) {}
