package dev.tributary.runtime.feed;

import java.time.Instant;

/**
 * One entry of a log as its table holds it, not yet parsed.
 *
 * @param shard shard of the entry, 0-63
 * @param sequence place in the shard, from 1 and without gaps
 * @param workspace whose fact this is
 * @param kind what the payload is, a word of the service that wrote it
 * @param payload the serialised fact; do not change the array
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; parsed once and dropped.
public record StoredEntry(
    int shard, long sequence, String workspace, Instant recordTime, String kind, byte[] payload) {}
