package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.FactFilter;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Reads which collaborations links, credits and commissions name, to know those that the catalogue
 * lacks.
 */
final class OwnerStore {
  private static final String[] TABLES = {"link", "credit", "commission_movement"};

  /** What is said of these collaborations, by id; those that nobody names are not there. */
  Map<String, Owner> owners(Handle handle, String workspace, Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return Stream.of(TABLES)
        .flatMap(
            table ->
                Conditions.of(workspace)
                    .anyOf("collaboration_id", ids)
                    .query(
                        handle,
                        "select distinct collaboration_id, campaign_id, creator_id from " + table)
                    .map(
                        (row, context) ->
                            new Owner(
                                row.getString("collaboration_id"),
                                row.getString("campaign_id"),
                                row.getString("creator_id")))
                    .list()
                    .stream())
        .collect(
            Collectors.toMap(
                Owner::collaborationId, owner -> owner, BinaryOperator.maxBy(Owner.LAST_COUNTS)));
  }

  /** Ids that may belong to collaborations which the filter chooses and the catalogue lacks. */
  Set<String> named(Handle handle, FactFilter filter) {
    var named = new TreeSet<>(filter.collaborationIds());
    if (named.isEmpty()) {
      for (String table : TABLES) {
        named.addAll(
            Conditions.of(filter.workspace())
                .and("collaboration_id <> ''")
                .asked("campaign_id", filter.campaignIds())
                .asked("creator_id", filter.creatorIds())
                .query(handle, "select distinct collaboration_id from " + table)
                .mapTo(String.class)
                .list());
      }
    }
    return named;
  }
}
