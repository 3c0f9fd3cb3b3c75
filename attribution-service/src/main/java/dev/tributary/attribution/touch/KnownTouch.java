package dev.tributary.attribution.touch;

import dev.tributary.attribution.batch.Fingerprint;

/**
 * What a resend is compared with.
 *
 * @param key which touch it is
 * @param shard its shard in the log
 * @param sequence its place in the shard
 * @param fingerprint of its content
 */
record KnownTouch(TouchKey key, int shard, long sequence, Fingerprint fingerprint) {}
