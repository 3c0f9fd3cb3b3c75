package dev.tributary.metrics.kpi;

import dev.tributary.metrics.fact.ProvenanceClass;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A number that says how far it can be believed.
 *
 * @param state whether there is a number
 * @param reason why it is missing or incomplete; empty with VALUE
 * @param figure the number; present only with VALUE and PARTIAL
 * @param coverage how much of what was asked for is behind it
 * @param provenance units by the class of their weakest input, most trusted first
 * @param definitionIds definitions in force, in alphabetical order
 */
public record Measured(
    ValueState state,
    String reason,
    Optional<Figure> figure,
    Coverage coverage,
    SortedMap<ProvenanceClass, Long> provenance,
    SortedSet<String> definitionIds) {

  /** Refuses a number that a state denies, and the other way round. */
  public Measured {
    boolean hasNumber = state == ValueState.VALUE || state == ValueState.PARTIAL;
    if (hasNumber != figure.isPresent() || reason.isEmpty() != (state == ValueState.VALUE)) {
      throw new IllegalArgumentException(state + " with " + figure + " because: " + reason);
    }
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
    definitionIds = Collections.unmodifiableSortedSet(new TreeSet<>(definitionIds));
  }

  /** No number. */
  static Measured none(Outcome.None none, Coverage coverage) {
    return new Measured(
        none.state(),
        none.reason(),
        Optional.empty(),
        coverage,
        new TreeMap<>(Map.of()),
        new TreeSet<>());
  }
}
