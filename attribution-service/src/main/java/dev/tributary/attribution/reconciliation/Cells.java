package dev.tributary.attribution.reconciliation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Amounts by line of the report, in minor units.
 *
 * @param minor by cell; a cell with 0 is one in which an order stands all the same
 */
record Cells(Map<Cell, Long> minor) {
  /** No amount anywhere. */
  static final Cells NONE = new Cells(Map.of());

  /** Keeps its own copy. */
  Cells {
    minor = Collections.unmodifiableSortedMap(new TreeMap<>(minor));
  }

  /** All of it. */
  long sum() {
    return minor.values().stream().mapToLong(Long::longValue).sum();
  }

  /** By how much each cell of either exceeds the other's; cells without difference are missing. */
  Cells minus(Cells other) {
    SortedMap<Cell, Long> differences = new TreeMap<>(minor);
    other.minor.forEach((cell, amount) -> differences.merge(cell, -amount, Long::sum));
    differences.values().removeIf(amount -> amount == 0);
    return new Cells(differences);
  }

  /** The same amounts in other cells. */
  Cells moved(UnaryOperator<Cell> to) {
    SortedMap<Cell, Long> moved = new TreeMap<>();
    minor.forEach((cell, amount) -> moved.merge(to.apply(cell), amount, Long::sum));
    return new Cells(moved);
  }
}
