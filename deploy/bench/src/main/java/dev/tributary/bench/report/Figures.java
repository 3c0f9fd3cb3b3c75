package dev.tributary.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What was measured so far, in the order of the first rounds. Not thread-safe. */
public final class Figures {
  private final Map<String, Figure> figures = new LinkedHashMap<>();

  /** Nothing yet. */
  public Figures() {}

  /** Adds a round of a figure. */
  public void add(String id, String title, String unit, double value) {
    Figure before = figures.get(id);
    figures.put(
        id, before == null ? new Figure(id, title, unit, List.of(value)) : before.and(value));
  }

  /** All figures. */
  public List<Figure> all() {
    return List.copyOf(figures.values());
  }

  /** The median of a figure; empty if it was not measured. */
  public OptionalDouble median(String id) {
    Figure figure = figures.get(id);
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure.median());
  }

  /** The largest median among some figures; empty if none of them was measured. */
  public OptionalDouble best(String... ids) {
    return List.of(ids).stream()
        .map(this::median)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .max();
  }
}
