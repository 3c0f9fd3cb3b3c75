package dev.tributary.metrics.fault;

import dev.tributary.metrics.fact.TimeRange;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something in the data that a reader must know.
 *
 * @param kind what is wrong
 * @param postId the post concerned; empty when none
 * @param collaborationId the collaboration concerned; empty when none
 * @param metric the metric concerned; empty when none
 * @param range when it was observed, if it was
 * @param greater the greater of two numbers, for kinds that compare two
 * @param smaller the smaller of two numbers
 * @param message in a sentence, with the figures
 */
public record Fault(
    FaultKind kind,
    String postId,
    String collaborationId,
    String metric,
    Optional<TimeRange> range,
    long greater,
    long smaller,
    String message) {
  /** By kind, then by subject and time; no two different faults are equal in it. */
  public static final Comparator<Fault> ORDER =
      Comparator.comparing(Fault::kind)
          .thenComparing(Fault::postId)
          .thenComparing(Fault::collaborationId)
          .thenComparing(Fault::metric)
          .thenComparing(Fault::start)
          .thenComparing(Fault::message);

  /** When it was first observed; the beginning of time when it was not. */
  public Instant start() {
    return range.map(TimeRange::start).orElse(Instant.EPOCH);
  }
}
