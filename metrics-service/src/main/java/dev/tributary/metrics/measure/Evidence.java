package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.ProvenanceClass;
import dev.tributary.metrics.fact.Reading;
import dev.tributary.metrics.fact.Source;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a number comes from.
 *
 * @param weakest the least trusted class among its inputs; absent when it follows from the calendar
 *     alone, as the zero of a post that was not out yet
 * @param systems systems it came through
 * @param definitionIds definitions in force, for example {@code instagram.views.2025}
 */
public record Evidence(
    Optional<ProvenanceClass> weakest, Set<String> systems, Set<String> definitionIds) {
  /** Of what needs none. */
  public static final Evidence NONE = new Evidence(Optional.empty(), Set.of(), Set.of());

  /** Keeps the sets unchangeable. */
  public Evidence {
    systems = Set.copyOf(systems);
    definitionIds = Set.copyOf(definitionIds);
  }

  /** Of one source under one definition. */
  public static Evidence of(Source source, String definitionId) {
    return new Evidence(
        Optional.of(source.provenance()), Set.of(source.system()), Set.of(definitionId));
  }

  /** Of one reading. */
  public static Evidence of(Reading reading) {
    return of(reading.source(), reading.definitionId());
  }

  /** Of everything together; the weakest part decides. */
  public static Evidence merge(Collection<Evidence> parts) {
    Evidence merged = NONE;
    for (Evidence part : parts) {
      merged = merged.and(part);
    }
    return merged;
  }

  /** Of both; mostly one tells all that the other does, and nothing new is made. */
  Evidence and(Evidence other) {
    if (tellsAllOf(other)) {
      return this;
    }
    if (other.tellsAllOf(this)) {
      return other;
    }
    return new Evidence(
        Stream.concat(weakest.stream(), other.weakest.stream()).max(Comparator.naturalOrder()),
        union(systems, other.systems),
        union(definitionIds, other.definitionIds));
  }

  private boolean tellsAllOf(Evidence other) {
    boolean isAsWeak =
        other.weakest.isEmpty()
            || (weakest.isPresent() && weakest.get().compareTo(other.weakest.get()) >= 0);
    return isAsWeak
        && systems.containsAll(other.systems)
        && definitionIds.containsAll(other.definitionIds);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    var union = new HashSet<String>(some);
    union.addAll(others);
    return union;
  }
}
