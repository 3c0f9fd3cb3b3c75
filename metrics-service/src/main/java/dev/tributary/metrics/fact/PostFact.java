package dev.tributary.metrics.fact;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A post of the catalogue with everything read of it. Campaign and creator follow from its
 * collaboration.
 *
 * @param postId its id
 * @param collaborationId the collaboration it was made for, if any; {@link Facts} has that one
 * @param platform where it was published
 * @param format form of the content
 * @param publishTime when it was published, if known
 * @param expireTime when it disappears by itself, if it does
 * @param removalTime when it was found deleted or private, if it was; its counters stay
 * @param followerCount followers of the account at publication, if known
 * @param timelines readings by canonical metric, for example {@code impressions}; a metric that was
 *     never read is absent
 */
public record PostFact(
    String postId,
    Optional<String> collaborationId,
    Platform platform,
    ContentFormat format,
    Optional<Instant> publishTime,
    Optional<Instant> expireTime,
    Optional<Instant> removalTime,
    OptionalLong followerCount,
    Map<String, Timeline> timelines) {

  /** Keeps the timelines unchangeable. */
  public PostFact {
    timelines = Map.copyOf(timelines);
  }

  /** Readings of a canonical metric; without any when it was never read. */
  public Timeline timeline(String metric) {
    return timelines.getOrDefault(metric, Timeline.EMPTY);
  }
}
