package dev.tributary.attribution.settle;

/**
 * Where a touch stands in the log.
 *
 * @param shard its shard
 * @param sequence its place in the shard
 */
record TouchPlace(int shard, long sequence) {}
