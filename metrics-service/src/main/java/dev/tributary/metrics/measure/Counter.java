package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.DailyReading;
import dev.tributary.metrics.fact.Reading;
import dev.tributary.metrics.fact.ReadingState;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.fact.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A counter of a platform, read for a window. Lifetime readings are never added: the newest counts,
 * or the difference of two. Daily ones are added, and only where there is no lifetime number, since
 * both tell the same growth.
 *
 * @param timeline everything read of it
 * @param birth when its subject came into being, if known: it had counted nothing before
 * @param limit why the platform has no such number, if it has none
 */
record Counter(Timeline timeline, Optional<Instant> birth, Optional<Gap> limit) {

  /** The value or growth that the window asks for. */
  Cell in(Window window) {
    if (timeline.isEmpty()) {
      return Cell.missing(limit.orElseGet(() -> Gap.notCollected("no reading")));
    }
    if (timeline.lifetime().stream().noneMatch(Reading::hasNumber) && !timeline.days().isEmpty()) {
      return ofDays(window);
    }
    return window
        .range()
        .map(range -> growth(range, window))
        .orElseGet(() -> valueAt(Instant.MAX, window));
  }

  /** The newest number at or before a moment. */
  Cell valueAt(Instant time, Window window) {
    return timeline
        .at(time)
        .map(reading -> Cell.count(reading.count(), Evidence.of(reading)))
        .orElseGet(() -> Cell.missing(whyNoneAt(time, window)));
  }

  private Cell growth(TimeRange range, Window window) {
    if (isUnbornAt(range.end())) {
      return Cell.count(0, Evidence.NONE);
    }
    Optional<Reading> end = timeline.at(range.end());
    if (end.isEmpty()) {
      return Cell.missing(whyNoneAt(range.end(), window));
    }
    Optional<Reading> start = timeline.at(range.start());
    if (start.isPresent() && !isUnbornAt(range.start())) {
      return Cell.count(
          end.get().count() - start.get().count(),
          Evidence.of(start.get()).and(Evidence.of(end.get())));
    }
    return isUnbornAt(window.origin())
        ? Cell.count(end.get().count(), Evidence.of(end.get()))
        : Cell.missing(whyNoneAt(range.start(), window));
  }

  /** Whether it had counted nothing by then; a reading from before is somebody's error. */
  private boolean isUnbornAt(Instant time) {
    return birth.isPresent() && !birth.get().isBefore(time);
  }

  private Gap whyNoneAt(Instant time, Window window) {
    Optional<Reading> newest = timeline.newestAt(time);
    return newest.isPresent()
        ? whyNone(newest.get())
        : limit.orElseGet(() -> Gap.notCollected("no snapshot at or before " + window.named(time)));
  }

  private Cell ofDays(Window window) {
    List<Cell> days =
        timeline.days().stream()
            .filter(day -> window.contains(day.noon()))
            .map(day -> ofDay(day, window))
            .toList();
    if (days.isEmpty()) {
      return window.range().map(TimeRange::end).filter(this::isUnbornAt).isPresent()
          ? Cell.count(0, Evidence.NONE)
          : Cell.missing(Gap.notCollected("no daily figure in the range"));
    }
    return Cell.sum(days);
  }

  /** A day that its source cut in another zone than the question's names that zone. */
  private Cell ofDay(DailyReading day, Window window) {
    Reading reading = day.reading();
    if (!reading.hasNumber()) {
      return Cell.missing(whyNone(reading));
    }
    boolean isCutElsewhere = window.range().isPresent() && !day.zone().equals(window.zone());
    String definitionId =
        isCutElsewhere ? reading.definitionId() + "@" + day.zone() : reading.definitionId();
    return Cell.count(reading.count(), Evidence.of(reading.source(), definitionId));
  }

  private Gap whyNone(Reading reading) {
    String system = reading.source().system();
    return switch (reading.state()) {
      case NOT_AVAILABLE -> limit.orElseGet(() -> Gap.notAvailable("not available from " + system));
      case NOT_COLLECTED -> Gap.notCollected("not collected by " + system);
      case SUPPRESSED ->
          new Gap(ReadingState.SUPPRESSED, "withheld by the platform below its privacy threshold");
      case VALUE -> throw new IllegalArgumentException("a number lacks nothing: " + reading);
    };
  }
}
