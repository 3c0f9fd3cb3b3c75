package dev.tributary.ingestion.observation;

/**
 * A new observation that was given its place.
 *
 * @param observation what is to be inserted
 * @param sequence its place in its shard
 */
record PlacedObservation(NewObservation observation, long sequence) {}
