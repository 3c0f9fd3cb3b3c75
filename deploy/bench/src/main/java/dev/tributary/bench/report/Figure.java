package dev.tributary.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One measured quantity.
 *
 * @param id what bars and readers of the JSON call it, for example {@code e.100x64}
 * @param title what it is, for people
 * @param unit of its values
 * @param rounds one value for each round, in their order
 */
public record Figure(String id, String title, String unit, List<Double> rounds) {
  /** Keeps its own copy; a figure without a round does not exist. */
  public Figure {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("rounds of " + id + ": 0 (expected: at least 1)");
    }
  }

  /** The value in the middle; of an even number of rounds the mean of the two in the middle. */
  public double median() {
    List<Double> sorted = rounds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The smallest value. */
  public double min() {
    return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** The largest value. */
  public double max() {
    return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** The same figure with one round more. */
  Figure and(double value) {
    List<Double> more = new ArrayList<>(rounds);
    more.add(value);
    return new Figure(id, title, unit, more);
  }
}
