package dev.tributary.runtime.feed;

import java.time.Instant;

/**
 * One entry on its way to an applier.
 *
 * @param shard shard of the entry, 0-63
 * @param sequence place in the shard, from 1 and without gaps
 * @param workspace whose fact this is
 * @param recordTime when it was written to the feed
 * @param entry the fact
 */
public record FeedItem<E>(
    int shard, long sequence, String workspace, Instant recordTime, E entry) {}
