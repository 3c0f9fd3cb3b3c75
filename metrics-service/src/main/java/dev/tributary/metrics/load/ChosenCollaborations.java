package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.CollaborationFact;
import dev.tributary.metrics.fact.FactFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The collaborations that a filter chooses: those of the catalogue, and those that only facts name,
 * since nobody promises that the catalogue comes first.
 */
final class ChosenCollaborations {
  private final CatalogFactStore catalog = new CatalogFactStore();
  private final OwnerStore owners = new OwnerStore();
  private final FactFilter filter;
  private final List<CollaborationFact> catalogued;
  private final Scope scope;

  /** Finds what the filter chooses. */
  ChosenCollaborations(Handle handle, FactFilter filter) {
    this.filter = filter;
    this.catalogued = catalog.collaborations(handle, filter);
    this.scope =
        Scope.choosesCollaborations(filter)
            ? Scope.of(filter, chosenIds(handle))
            : Scope.everything(filter.workspace());
  }

  /** Which rows belong to them. */
  Scope scope() {
    return scope;
  }

  /**
   * All that there are.
   *
   * @param namedIds ids that the facts of the scope name; those that the catalogue has may be among
   *     them
   */
  List<CollaborationFact> with(Handle handle, Set<String> namedIds) {
    var missing = new TreeSet<>(namedIds);
    missing.removeAll(cataloguedIds());
    Map<String, Owner> known = owners.owners(handle, filter.workspace(), missing);
    return Stream.concat(
            catalogued.stream(), missing.stream().map(id -> owner(known, id).uncatalogued()))
        .toList();
  }

  private Set<String> chosenIds(Handle handle) {
    Set<String> chosen = cataloguedIds();
    Set<String> named = owners.named(handle, filter);
    named.removeAll(chosen);
    named.removeAll(catalog.catalogued(handle, filter.workspace(), named));
    Map<String, Owner> known = owners.owners(handle, filter.workspace(), named);
    named.stream().filter(id -> owner(known, id).isChosenBy(filter)).forEach(chosen::add);
    return chosen;
  }

  private Set<String> cataloguedIds() {
    return catalogued.stream()
        .map(CollaborationFact::collaborationId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Owner owner(Map<String, Owner> known, String id) {
    return known.getOrDefault(id, new Owner(id, "", ""));
  }
}
