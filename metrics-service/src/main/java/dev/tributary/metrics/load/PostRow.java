package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.fact.PostFact;
import dev.tributary.metrics.fact.Timeline;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A post as the catalogue has it, see {@link PostFact}. */
record PostRow(
    String postId,
    Optional<String> collaborationId,
    Platform platform,
    ContentFormat format,
    Optional<Instant> publishTime,
    Optional<Instant> expireTime,
    Optional<Instant> removalTime,
    OptionalLong followerCount) {

  /** The post with what was read of it. */
  PostFact with(Map<String, Timeline> timelines) {
    return new PostFact(
        postId,
        collaborationId,
        platform,
        format,
        publishTime,
        expireTime,
        removalTime,
        followerCount,
        timelines);
  }
}
