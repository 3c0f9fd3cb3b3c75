package dev.tributary.attribution.commission;

import java.time.Instant;

/**
 * A version of terms as it was put.
 *
 * @param terms the version
 * @param createTime when it was put
 * @param sequence place in the feed of the collaboration's shard
 */
public record StoredTerms(Terms terms, Instant createTime, long sequence) {}
