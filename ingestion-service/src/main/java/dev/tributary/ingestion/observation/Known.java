package dev.tributary.ingestion.observation;

import com.google.protobuf.ByteString;

/**
 * An observation that has its place in the log.
 *
 * @param fingerprint of its content
 * @param sequence its place in its shard
 */
record Known(ByteString fingerprint, long sequence) {}
