package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.Reading;
import dev.tributary.metrics.fact.ReadingState;
import dev.tributary.metrics.fact.Source;
import dev.tributary.metrics.vocabulary.Term;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Counters of a post or account as they were seen once.
 *
 * @param observedTime when it was true
 * @param sequence place in the feed's shard: of two about one subject, the greater was received
 *     later
 * @param countedDay the day that they grew on; absent for totals since publication
 * @param counters the numbers under the source's names
 */
record Snapshot(
    Instant observedTime,
    long sequence,
    Source source,
    Optional<CountedDay> countedDay,
    List<Counter> counters) {

  /** The moment whose vocabulary holds: the day that was counted, else when it was looked at. */
  Instant definedTime() {
    return countedDay.map(CountedDay::noon).orElse(observedTime);
  }

  /** One of the counters as what it means. */
  Reading reading(Counter counter, Term term) {
    return new Reading(
        observedTime, counter.state(), counter.count(), source, term.definitionId(), sequence);
  }

  /**
   * One number under its native name.
   *
   * @param count 0 unless the state is VALUE
   */
  record Counter(String metric, ReadingState state, long count) {}
}
