package dev.tributary.runtime.group;

/**
 * What a resend is compared with.
 *
 * @param shard where the fact lives
 * @param sequence its place in the feed of the shard
 * @param fingerprint of its content
 */
public record KnownFact(int shard, long sequence, Object fingerprint) {}
