package dev.tributary.attribution.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.Query;

/**
 * A filter as conditions on conversion, called t, and its newest revision, called u. Only what
 * restricts is in the statement, so that each combination has its own plan.
 */
final class FilterClauses {
  private static final String WITH_NOTE =
      "exists (select 1 from conversion_note n where %s and n.kind = :note)"
          .formatted(KeyColumns.JOINED.replace("u.", "n."));

  private final List<String> clauses = new ArrayList<>();
  private final Map<String, Object> values = new TreeMap<>();

  FilterClauses(ConversionFilter filter, Optional<Place> after) {
    filter
        .storefrontId()
        .ifPresent(id -> add("t.storefront_id = :storefrontId", "storefrontId", id));
    filter
        .timeRange()
        .ifPresent(
            range -> {
              add("t.conversion_time >= :start", "start", range.start());
              add("t.conversion_time < :end", "end", range.end());
            });
    filter
        .unattributedReason()
        .ifPresent(reason -> add("u.unattributed_reason = :reason", "reason", reason.name()));
    filter.note().ifPresent(note -> add(WITH_NOTE, "note", note.name()));
    if (filter.withExcessRefund()) {
      clauses.add("t.excess_minor > 0");
    }
    filter
        .holdState()
        .ifPresent(state -> add("t.hold_state = :holdState", "holdState", state.name()));
    after.ifPresent(this::addAfter);
  }

  /** The conditions, each behind an "and". */
  String sql() {
    return String.join("", clauses.stream().map(clause -> "\n  and " + clause).toList());
  }

  /** Binds the values of the conditions. */
  Query bind(Query query) {
    values.forEach(query::bind);
    return query;
  }

  private void addAfter(Place place) {
    clauses.add(
        """
        (t.conversion_time, t.storefront_id, t.conversion_type, t.order_id)
          > (:afterTime, :afterStorefrontId, :afterType, :afterOrderId)""");
    values.put("afterTime", place.time());
    values.put("afterStorefrontId", place.key().storefrontId());
    values.put("afterType", place.key().type().name());
    values.put("afterOrderId", place.key().orderId());
  }

  private void add(String clause, String name, Object value) {
    clauses.add(clause);
    values.put(name, value);
  }
}
