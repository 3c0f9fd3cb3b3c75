package dev.tributary.attribution.promocode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a code is valid, as it stands now.
 *
 * @param start first instant; absent when always until the end
 * @param end exclusive; absent when without end
 */
record Validity(Optional<Instant> start, Optional<Instant> end) {
  /** Whether it is valid at no time; nothing happens before 1970. */
  boolean isEmpty() {
    return end.isPresent() && !start.orElse(Instant.EPOCH).isBefore(end.get());
  }

  /** Whether there is a time at which both are valid. */
  boolean overlaps(Validity other) {
    return !isEmpty() && !other.isEmpty() && begins(other) && other.begins(this);
  }

  /** Whether it is valid at the time or will be later. */
  boolean lasts(Instant time) {
    return !isEmpty() && (end.isEmpty() || end.get().isAfter(time));
  }

  /** How far a time is from it; zero inside. */
  Duration distanceTo(Instant time) {
    if (start.isPresent() && time.isBefore(start.get())) {
      return Duration.between(time, start.get());
    }
    return end.filter(last -> !time.isBefore(last))
        .map(last -> Duration.between(last, time))
        .orElse(Duration.ZERO);
  }

  /** In words, for messages. */
  String inWords() {
    if (isEmpty()) {
      return "at no time";
    }
    String until = end.map(last -> "until " + last).orElse("without end");
    return start.map(first -> "from " + first + " " + until).orElse(until);
  }

  /** Whether it starts before the other ends. */
  private boolean begins(Validity other) {
    return other.end.isEmpty() || start.orElse(Instant.EPOCH).isBefore(other.end.get());
  }
}
