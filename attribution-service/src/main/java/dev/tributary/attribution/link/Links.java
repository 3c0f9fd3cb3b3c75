package dev.tributary.attribution.link;

import dev.tributary.runtime.database.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Tracking links. */
public final class Links {
  private final Database database;
  private final LinkStore store = new LinkStore();

  /** The links of a database. */
  public Links(Database database) {
    this.database = database;
  }

  /** The links with these ids, by id. Unknown ones are missing. */
  public Map<String, Link> byIds(Handle handle, String workspace, Collection<String> linkIds) {
    if (linkIds.isEmpty()) {
      return Map.of();
    }
    return store.byIds(handle, workspace, linkIds.stream().distinct().toList()).stream()
        .map(StoredLink::link)
        .collect(Collectors.toMap(Link::linkId, Function.identity()));
  }

  /**
   * The links that carry these UTM parameters, ordered by id. Whoever wants to credit one must see
   * that all of a key have the same owner. Unknown keys are missing.
   */
  public Map<UtmKey, List<Link>> byUtmKeys(
      Handle handle, String workspace, Collection<UtmKey> utmKeys) {
    if (utmKeys.isEmpty()) {
      return Map.of();
    }
    return store.byUtmKeys(handle, workspace, utmKeys.stream().distinct().toList()).stream()
        .map(StoredLink::link)
        .collect(Collectors.groupingBy(link -> UtmKey.of(link.utm()).orElseThrow()));
  }

  /** The link with this id, if the workspace has it. */
  public Optional<Link> find(String workspace, String linkId) {
    return Optional.ofNullable(
        database.read(handle -> byIds(handle, workspace, List.of(linkId))).get(linkId));
  }

  /**
   * One page of links, ordered by id.
   *
   * @param collaborationId only links of this collaboration
   * @param afterLinkId the last id of the page before; empty for the first page
   */
  public List<Link> page(
      String workspace, Optional<String> collaborationId, String afterLinkId, int limit) {
    return database
        .read(handle -> store.page(handle, workspace, collaborationId, afterLinkId, limit))
        .stream()
        .map(StoredLink::link)
        .toList();
  }
}
