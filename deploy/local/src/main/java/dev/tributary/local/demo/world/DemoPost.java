package dev.tributary.local.demo.world;

import dev.tributary.type.v1.ContentFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A post of the demo with what it will have reached in the end.
 *
 * @param finalImpressions impressions after a month
 * @param engagementRate engagements per impression
 * @param likesHidden whether the creator hides the likes
 * @param removal when it was deleted
 * @param finalMissed for a story: whether nobody read its last counters before it disappeared
 * @param purged whether the platform takes back counted likes three days after publication
 */
record DemoPost(
    String id,
    DemoCreator creator,
    ContentFormat format,
    Instant published,
    long finalImpressions,
    double engagementRate,
    boolean likesHidden,
    Optional<Instant> removal,
    boolean finalMissed,
    boolean purged) {
  private static final Duration STORY_LIFE = Duration.ofHours(24);

  /** When the post disappears by itself. */
  Optional<Instant> expires() {
    return isStory() ? Optional.of(published.plus(STORY_LIFE)) : Optional.empty();
  }

  boolean isStory() {
    return format == ContentFormat.CONTENT_FORMAT_STORY;
  }

  boolean isVideo() {
    return format == ContentFormat.CONTENT_FORMAT_SHORT_VIDEO
        || format == ContentFormat.CONTENT_FORMAT_LONG_VIDEO;
  }
}
