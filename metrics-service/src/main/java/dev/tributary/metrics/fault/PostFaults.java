package dev.tributary.metrics.fault;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.Fall;
import dev.tributary.metrics.fact.PostFact;
import dev.tributary.metrics.fact.Reading;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.fact.Timeline;
import dev.tributary.metrics.kpi.FigureText;
import dev.tributary.metrics.measure.Measure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Faults in the readings of one post. */
final class PostFaults {
  /** How long before its end a story's last counters may have been read. */
  private static final Duration FINAL_WITHIN = Duration.ofHours(2);

  /** An average may fall without anything being taken back or corrected. */
  private static final Set<String> AVERAGES = Set.of("avg_watch_time_ms");

  private PostFaults() {}

  /** All of them. */
  static Stream<Fault> of(PostFact post, Instant now) {
    return Stream.of(
            reachAboveImpressions(post).stream(),
            post.timelines().entrySet().stream()
                .filter(entry -> !AVERAGES.contains(entry.getKey()))
                .flatMap(
                    entry ->
                        entry.getValue().falls().stream()
                            .map(fall -> counterFell(post, entry.getKey(), fall))),
            storyWithoutFinal(post, now).stream())
        .flatMap(faults -> faults);
  }

  private static Optional<Fault> reachAboveImpressions(PostFact post) {
    Optional<Reading> reach = newest(post, Measure.REACH);
    Optional<Reading> impressions = newest(post, Measure.IMPRESSIONS);
    if (reach.isEmpty()
        || impressions.isEmpty()
        || reach.get().count() <= impressions.get().count()) {
      return Optional.empty();
    }
    Instant one = reach.get().observedTime();
    Instant other = impressions.get().observedTime();
    return Optional.of(
        new Fault(
            FaultKind.REACH_ABOVE_IMPRESSIONS,
            post.postId(),
            post.collaborationId().orElse(""),
            Measure.REACH.id(),
            Optional.of(one.isBefore(other) ? between(one, other) : between(other, one)),
            reach.get().count(),
            impressions.get().count(),
            "Post %s reached %s people with %s impressions."
                .formatted(
                    post.postId(),
                    FigureText.count(reach.get().count()),
                    FigureText.count(impressions.get().count()))));
  }

  private static Fault counterFell(PostFact post, String metric, Fall fall) {
    Instant before = fall.before().observedTime();
    Instant after = fall.after().observedTime();
    return new Fault(
        FaultKind.COUNTER_FELL,
        post.postId(),
        post.collaborationId().orElse(""),
        metric,
        Optional.of(between(before, after)),
        fall.before().count(),
        fall.after().count(),
        "%s of post %s fell from %s at %s to %s at %s."
            .formatted(
                metric,
                post.postId(),
                FigureText.count(fall.before().count()),
                before,
                FigureText.count(fall.after().count()),
                after));
  }

  private static Optional<Fault> storyWithoutFinal(PostFact post, Instant now) {
    Optional<Instant> end = post.expireTime().filter(time -> !time.isAfter(now));
    if (post.format() != ContentFormat.STORY || end.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> last =
        post.timelines().values().stream()
            .flatMap(timeline -> timeline.at(Instant.MAX).stream())
            .map(Reading::observedTime)
            .max(Instant::compareTo);
    if (last.filter(time -> !time.isBefore(end.get().minus(FINAL_WITHIN))).isPresent()) {
      return Optional.empty();
    }
    String known =
        last.map(time -> "its last counters are of " + time).orElse("it has no counters");
    return Optional.of(
        new Fault(
            FaultKind.STORY_WITHOUT_FINAL,
            post.postId(),
            post.collaborationId().orElse(""),
            "",
            last.map(time -> between(time, end.get())),
            0,
            0,
            "Story %s ended at %s; %s.".formatted(post.postId(), end.get(), known)));
  }

  private static Optional<Reading> newest(PostFact post, Measure measure) {
    Timeline timeline = post.timeline(measure.id());
    return timeline.at(Instant.MAX);
  }

  /** A moment is a range of one microsecond. */
  static TimeRange between(Instant first, Instant last) {
    return new TimeRange(first, first.isBefore(last) ? last : first.plus(1, ChronoUnit.MICROS));
  }
}
