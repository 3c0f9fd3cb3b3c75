package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.Observation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of counters says nothing, since each metric stands once; a sender that keeps them in a
 * hash map may resend them in another order. They are stored as sent, and compared in an order of
 * ours.
 */
final class CounterOrder {
  private CounterOrder() {}

  /** The observation with its counters ordered by metric. */
  static Observation byMetric(Observation observation) {
    return ordered(observation, Comparator.comparing(Counter::getMetric));
  }

  /**
   * The observation with its counters in the order that they have in another one; those it lacks
   * come last.
   */
  static Observation like(Observation other, Observation observation) {
    Map<String, Integer> places = new HashMap<>();
    for (Counter counter : countersOf(other)) {
      places.put(counter.getMetric(), places.size());
    }
    Comparator<Counter> byPlace =
        Comparator.comparing(
            counter -> places.getOrDefault(counter.getMetric(), Integer.MAX_VALUE));
    return ordered(observation, byPlace.thenComparing(Counter::getMetric));
  }

  private static Observation ordered(Observation observation, Comparator<Counter> order) {
    List<Counter> counters = countersOf(observation).stream().sorted(order).toList();
    Observation.Builder builder = observation.toBuilder();
    if (observation.hasPostCounters()) {
      builder.getPostCountersBuilder().clearCounters().addAllCounters(counters);
    } else if (observation.hasAccountCounters()) {
      builder.getAccountCountersBuilder().clearCounters().addAllCounters(counters);
    }
    return builder.build();
  }

  private static List<Counter> countersOf(Observation observation) {
    return observation.hasPostCounters()
        ? observation.getPostCounters().getCountersList()
        : observation.getAccountCounters().getCountersList();
  }
}
