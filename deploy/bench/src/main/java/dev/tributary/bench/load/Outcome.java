package dev.tributary.bench.load;

import io.grpc.Status;
import java.util.Map;

/**
 * What came of a load. All calls sent were answered when it is told.
 *
 * @param answered calls that were answered with verdicts
 * @param refused calls that were refused, by reason
 * @param skipped calls that were due while too many waited for an answer; not sent
 * @param recorded items answered RECORDED
 * @param alreadyRecorded items answered ALREADY_RECORDED
 * @param rejected items answered REJECTED
 * @param seconds from the first call to the last answer
 * @param drainSeconds the part of it after the last call was sent
 * @param p50Millis half of the answered calls took no longer; paced calls are timed from the moment
 *     they were due, so waiting in the client counts
 * @param p99Millis 99 of 100 answered calls took no longer
 */
public record Outcome(
    long answered,
    Map<String, Long> refused,
    long skipped,
    long recorded,
    long alreadyRecorded,
    long rejected,
    double seconds,
    double drainSeconds,
    double p50Millis,
    double p99Millis) {
  /** Keeps its own copy of the reasons. */
  public Outcome {
    refused = Map.copyOf(refused);
  }

  /** Items acknowledged per second, duplicates included: they were looked up and answered too. */
  public double acknowledgedPerSecond() {
    return (recorded + alreadyRecorded) / seconds;
  }

  /** Calls refused, whatever the reason. */
  public long refusedCalls() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Calls that ended without an answer of the service, so that nobody knows whether their items
   * were recorded. A refusal is an answer.
   */
  public long unanswered() {
    return refused.entrySet().stream()
        .filter(reason -> !reason.getKey().startsWith(Status.Code.RESOURCE_EXHAUSTED.name()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * This outcome, if nothing went wrong in it.
   *
   * @throws IllegalStateException if a call was refused or an item rejected: then it measured
   *     something else
   */
  public Outcome undisturbed() {
    if (refusedCalls() > 0 || rejected > 0 || answered == 0) {
      throw new IllegalStateException("load: " + this + " (expected: every item acknowledged)");
    }
    return this;
  }
}
