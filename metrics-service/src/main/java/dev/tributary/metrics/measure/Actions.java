package dev.tributary.metrics.measure;

import static dev.tributary.metrics.measure.Measure.COMMENTS;
import static dev.tributary.metrics.measure.Measure.LIKES;
import static dev.tributary.metrics.measure.Measure.SAVES;
import static dev.tributary.metrics.measure.Measure.SHARES;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.Platform;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What counts as engagement: the actions that a platform reports for every post. An action outside
 * of the set is not added where it happens to be known, since a total would then mix posts with and
 * without it.
 *
 * @param measures the actions, added
 */
public record Actions(List<Measure> measures) {
  private static final Actions DEFAULT = new Actions(List.of(LIKES, COMMENTS, SHARES));

  /** A story's replies are its comments; platforms tell neither its likes nor its saves. */
  private static final Actions STORY = new Actions(List.of(COMMENTS, SHARES));

  private static final Map<Platform, Actions> BY_PLATFORM =
      Map.of(
          Platform.INSTAGRAM, new Actions(List.of(LIKES, COMMENTS, SHARES, SAVES)),
          Platform.PINTEREST, new Actions(List.of(LIKES, COMMENTS, SAVES)),
          Platform.YOUTUBE, new Actions(List.of(LIKES, COMMENTS)));

  /** Actions of a post. */
  public static Actions of(Platform platform, ContentFormat format) {
    return format == ContentFormat.STORY ? STORY : BY_PLATFORM.getOrDefault(platform, DEFAULT);
  }

  /** Names the set, for example {@code engagements.likes+comments+shares}. */
  public String definitionId() {
    return measures.stream().map(Measure::id).collect(Collectors.joining("+", "engagements.", ""));
  }
}
