package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.KeyColumns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads what statements already have, from the tables commission_line and commission_statement. */
final class TakenStore {
  private final KeyColumns keys = new KeyColumns();

  /** What statements have of the sales of collaborations, by collaboration. */
  Map<String, List<Taken>> sales(Handle handle, String workspace, Collection<String> ids) {
    Map<String, List<Taken>> taken = new HashMap<>();
    handle
        .createQuery(
            """
            select collaboration_id, storefront_id, conversion_type, order_id,
              min(statement_no) as statement_no, max(terms_version) as terms_version,
              max(tier_from) as tier_from, max(tier_to) as tier_to,
              sum(earned_minor) as earned_minor, sum(refunded_minor) as refunded_minor,
              sum(amount_minor) as amount_minor
            from commission_line
            where workspace = :workspace and collaboration_id = any(:ids) and kind = 'SALE'
            group by collaboration_id, storefront_id, conversion_type, order_id""")
        .bind("workspace", workspace)
        .bindArray("ids", String.class, ids)
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("collaboration_id"),
                    new Taken(
                        keys.map(row, context),
                        row.getLong("statement_no"),
                        row.getInt("terms_version"),
                        new Placement(row.getLong("tier_from"), row.getLong("tier_to")),
                        row.getLong("earned_minor"),
                        row.getLong("refunded_minor"),
                        row.getLong("amount_minor"))))
        .forEach(
            entry ->
                taken
                    .computeIfAbsent(entry.getKey(), absent -> new ArrayList<>())
                    .add(entry.getValue()));
    return taken;
  }

  /** Keys of fees and ids of bonuses that statements have, by collaboration. */
  Map<String, Set<String>> extras(Handle handle, String workspace, Collection<String> ids) {
    Map<String, Set<String>> extras = new HashMap<>();
    handle
        .createQuery(
            """
            select distinct collaboration_id, source_id from commission_line
            where workspace = :workspace and collaboration_id = any(:ids) and kind <> 'SALE'""")
        .bind("workspace", workspace)
        .bindArray("ids", String.class, ids)
        .map(
            (row, context) ->
                Map.entry(row.getString("collaboration_id"), row.getString("source_id")))
        .forEach(
            entry ->
                extras
                    .computeIfAbsent(entry.getKey(), absent -> new HashSet<>())
                    .add(entry.getValue()));
    return extras;
  }

  /** What the last statement of each collaboration and currency carried over. */
  Map<String, Map<String, Long>> carried(Handle handle, String workspace, Collection<String> ids) {
    Map<String, Map<String, Long>> carried = new HashMap<>();
    handle
        .createQuery(
            """
            select s.collaboration_id, s.currency_code, s.carry_out_minor
            from commission_statement s
            join (
              select collaboration_id, currency_code, max(statement_no) as last_no
              from commission_statement
              where workspace = :workspace and collaboration_id = any(:ids)
              group by collaboration_id, currency_code) newest
              on newest.last_no = s.statement_no
            where s.workspace = :workspace and s.collaboration_id = any(:ids)""")
        .bind("workspace", workspace)
        .bindArray("ids", String.class, ids)
        .map(
            (row, context) -> {
              carried
                  .computeIfAbsent(row.getString("collaboration_id"), absent -> new HashMap<>())
                  .put(row.getString("currency_code"), row.getLong("carry_out_minor"));
              return row.getString("collaboration_id");
            })
        .list();
    return carried;
  }

  /** Credit after refunds that statements have of a workspace, by currency. */
  Map<String, Long> netByCurrency(Handle handle, String workspace) {
    Map<String, Long> net = new HashMap<>();
    handle
        .createQuery(
            """
            select currency_code, sum(gross_minor - refunds_minor) as net_minor
            from commission_statement where workspace = :workspace group by currency_code""")
        .bind("workspace", workspace)
        .map((row, context) -> Map.entry(row.getString("currency_code"), row.getLong("net_minor")))
        .forEach(entry -> net.put(entry.getKey(), entry.getValue()));
    return net;
  }
}
