package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.PostFact;
import dev.tributary.metrics.fact.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures of a post. */
final class PostMeasures {
  /** What the catalogue says of a post is nobody's observation. */
  private static final Evidence CATALOGUE =
      new Evidence(Optional.empty(), Set.of("catalogue"), Set.of());

  private PostMeasures() {}

  /** The measure in the window; nothing when it makes no sense for the post. */
  static Optional<Cell> of(Measure measure, PostFact post, Window window) {
    return switch (measure) {
      case IMPRESSIONS, VIDEO_VIEWS, REACH, LIKES, COMMENTS, SHARES, SAVES ->
          isApplicable(measure, post)
              ? Optional.of(counter(measure, post).in(window))
              : Optional.empty();
      case ENGAGEMENTS -> Optional.of(engagements(post, window));
      case POSTS -> Optional.of(published(post, window));
      case FOLLOWERS -> Optional.of(followers(post));
      case AUDIENCE -> audience(post, window);
      default -> throw new IllegalArgumentException(measure + " is no measure of posts");
    };
  }

  private static boolean isApplicable(Measure measure, PostFact post) {
    return PlatformLimits.isApplicable(post.format(), measure)
        || !timeline(measure, post).isEmpty();
  }

  private static Counter counter(Measure measure, PostFact post) {
    return new Counter(
        timeline(measure, post), post.publishTime(), PlatformLimits.gap(post.platform(), measure));
  }

  private static Timeline timeline(Measure measure, PostFact post) {
    return post.timeline(measure.id());
  }

  /** Known actions are added even if one is missing; the gap then names it. */
  private static Cell engagements(PostFact post, Window window) {
    Actions actions = Actions.of(post.platform(), post.format());
    Cell sum =
        Cell.sum(
            actions.measures().stream()
                .map(action -> named(action, counter(action, post).in(window)))
                .toList());
    Evidence set = new Evidence(Optional.empty(), Set.of(), Set.of(actions.definitionId()));
    return new Cell(sum.number(), sum.gaps(), Evidence.merge(List.of(sum.evidence(), set)));
  }

  private static Cell named(Measure action, Cell cell) {
    List<Gap> gaps =
        cell.gaps().stream()
            .map(gap -> new Gap(gap.state(), action.id() + ": " + gap.reason()))
            .toList();
    return new Cell(cell.number(), gaps, cell.evidence());
  }

  private static Cell published(PostFact post, Window window) {
    if (window.range().isPresent() && post.publishTime().isEmpty()) {
      return Cell.missing(publicationUnknown());
    }
    return Cell.count(isPublishedIn(window, post) ? 1 : 0, CATALOGUE);
  }

  private static Cell followers(PostFact post) {
    return post.followerCount().isPresent()
        ? Cell.count(post.followerCount().getAsLong(), CATALOGUE)
        : Cell.missing(Gap.notCollected("follower count at publication unknown"));
  }

  private static Optional<Cell> audience(PostFact post, Window window) {
    if (window.range().isPresent() && post.publishTime().isEmpty()) {
      return Optional.of(Cell.missing(publicationUnknown()));
    }
    return isPublishedIn(window, post) ? Optional.of(followers(post)) : Optional.empty();
  }

  private static boolean isPublishedIn(Window window, PostFact post) {
    return window.contains(post.publishTime().orElse(Instant.MIN));
  }

  private static Gap publicationUnknown() {
    return Gap.notCollected("time of publication unknown");
  }
}
