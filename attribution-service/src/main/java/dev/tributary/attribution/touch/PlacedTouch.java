package dev.tributary.attribution.touch;

import java.time.Instant;

/**
 * A new touch with its place in the log.
 *
 * @param touch the touch
 * @param shard its shard
 * @param sequence its place in the shard
 * @param recordTime when it is written
 */
record PlacedTouch(NewTouch touch, int shard, long sequence, Instant recordTime) {}
