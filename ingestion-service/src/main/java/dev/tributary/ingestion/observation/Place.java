package dev.tributary.ingestion.observation;

/**
 * Where an observation stands in the log.
 *
 * @param shard 0-63
 * @param sequence from 1, in the order in which the shard's entries were received
 */
record Place(int shard, long sequence) {}
