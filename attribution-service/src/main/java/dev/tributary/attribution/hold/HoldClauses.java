package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.KeyColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.Query;

/** A filter as conditions on order_hold, called t. Only what restricts is in the statement. */
final class HoldClauses {
  // Postings stay, so whoever was credited before a rejection is still found.
  private static final String EVER_CREDITED =
      "exists (select 1 from posting p where %s and p.%%s = :%%s)"
          .formatted(KeyColumns.JOINED.replace("u.", "p."));

  private final List<String> clauses = new ArrayList<>();
  private final Map<String, Object> values = new TreeMap<>();

  HoldClauses(HoldFilter filter, Optional<HoldPlace> after) {
    filter.state().ifPresent(state -> add("t.state = :state", "state", state.name()));
    filter.rule().ifPresent(rule -> add("t.rule = :rule", "rule", rule.name()));
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
    filter.creatorId().ifPresent(id -> addCredited("creator_id", "creatorId", id));
    filter.campaignId().ifPresent(id -> addCredited("campaign_id", "campaignId", id));
    filter.codeId().ifPresent(id -> addCredited("code_id", "codeId", id));
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

  private void addCredited(String column, String name, String id) {
    add(EVER_CREDITED.formatted(column, name), name, id);
  }

  private void addAfter(HoldPlace place) {
    clauses.add(
        """
        (t.conversion_time, t.storefront_id, t.conversion_type, t.order_id, t.hold_no)
          > (:afterTime, :afterStorefrontId, :afterType, :afterOrderId, :afterHoldNo)""");
    values.put("afterTime", place.order().time());
    values.put("afterStorefrontId", place.order().key().storefrontId());
    values.put("afterType", place.order().key().type().name());
    values.put("afterOrderId", place.order().key().orderId());
    values.put("afterHoldNo", place.holdNo());
  }

  private void add(String clause, String name, Object value) {
    clauses.add(clause);
    values.put(name, value);
  }
}
