package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.ProvenanceClass;
import dev.tributary.metrics.fact.Reading;
import dev.tributary.metrics.fact.Source;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    return new Evidence(
        parts.stream().flatMap(part -> part.weakest.stream()).max(Comparator.naturalOrder()),
        union(parts, Evidence::systems),
        union(parts, Evidence::definitionIds));
  }

  private static Set<String> union(
      Collection<Evidence> parts, Function<Evidence, Set<String>> values) {
    return parts.stream().flatMap(part -> values.apply(part).stream()).collect(Collectors.toSet());
  }
}
