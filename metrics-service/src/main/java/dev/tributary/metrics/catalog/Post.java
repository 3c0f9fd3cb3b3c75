package dev.tributary.metrics.catalog;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What measuring needs to know of a post.
 *
 * @param version rises with each change
 * @param collaborationId the collaboration it was made for; empty when for none
 * @param platform number of {@code tributary.type.v1.Platform}
 * @param format number of {@code tributary.type.v1.ContentFormat}
 * @param expireTime when it disappears by itself, as a story does
 * @param removalTime when it was found deleted
 * @param followerCount followers of the account when it was published
 */
public record Post(
    String postId,
    long version,
    String collaborationId,
    int platform,
    int format,
    Optional<Instant> publishTime,
    Optional<Instant> expireTime,
    Optional<Instant> removalTime,
    OptionalLong followerCount) {}
