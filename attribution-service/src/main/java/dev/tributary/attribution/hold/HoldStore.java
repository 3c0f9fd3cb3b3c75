package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.KeyColumns;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.database.RowSink;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The table order_hold. */
final class HoldStore {
  private static final BulkInsert<HoldRow> INSERT =
      new BulkInsert<>(
          "order_hold",
          """
          %s, hold_no, rule, rule_version, state, evidence, conversion_time, create_time, actor,
          reason, batch_id, resolve_time, resolve_actor, resolve_reason, resolve_batch_id"""
              .formatted(KeyColumns.NAMES),
          HoldStore::write);

  private static final String OF_CONVERSION =
      "join conversion u on %s".formatted(KeyColumns.JOINED);

  private final KeyColumns keys = new KeyColumns();
  private final HoldMapper mapper = new HoldMapper();

  /** All holds of orders, in their order; those without any are missing. */
  Map<ConversionKey, List<Hold>> byKeys(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    Map<ConversionKey, List<Hold>> holds = new HashMap<>();
    keys.rowsOf(handle, workspace, wanted, HoldMapper.COLUMNS, "order_hold", "order by t.hold_no")
        .map(mapper)
        .forEach(hold -> holds.computeIfAbsent(hold.key(), absent -> new ArrayList<>()).add(hold));
    return holds;
  }

  /** The times of orders; unknown ones are missing. */
  Map<ConversionKey, Instant> conversionTimes(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    Map<ConversionKey, Instant> times = new HashMap<>();
    keys.rowsOf(handle, workspace, wanted, "t.conversion_time", "conversion", "")
        .map(
            (row, context) ->
                Map.entry(keys.map(row, context), Columns.time(row, "conversion_time")))
        .forEach(entry -> times.put(entry.getKey(), entry.getValue()));
    return times;
  }

  /**
   * One page, ordered by time and key.
   *
   * @param after the last one of the page before
   */
  List<ListedHold> page(
      Handle handle, String workspace, HoldFilter filter, Optional<HoldPlace> after, int limit) {
    HoldClauses clauses = new HoldClauses(filter, after);
    Query query =
        handle.createQuery(
            """
            select t.storefront_id, t.conversion_type, t.order_id, %s, u.currency_code,
              case when u.payment_state = 'VOIDED' then 0 else u.base_minor - u.refunded_minor end
                as net_minor
            from order_hold t %s
            where t.workspace = :workspace%s
            order by t.conversion_time, t.storefront_id, t.conversion_type, t.order_id, t.hold_no
            limit :limit"""
                .formatted(HoldMapper.COLUMNS, OF_CONVERSION, clauses.sql()));
    return clauses
        .bind(query)
        .bind("workspace", workspace)
        .bind("limit", limit)
        .map(
            (row, context) ->
                new ListedHold(
                    mapper.map(row, context),
                    row.getString("currency_code"),
                    row.getLong("net_minor")))
        .list();
  }

  /** Adds holds. */
  void insert(Handle handle, String workspace, Collection<Hold> holds) {
    INSERT.run(handle, holds.stream().map(hold -> new HoldRow(workspace, hold)).toList());
  }

  /** Writes what became of holds. */
  void update(Handle handle, String workspace, Collection<Hold> holds) {
    if (holds.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update order_hold
            set state = :state, resolve_time = :time, resolve_actor = :actor,
              resolve_reason = :reason, resolve_batch_id = :batchId
            where %s and hold_no = :holdNo"""
                .formatted(KeyColumns.MATCH));
    for (Hold hold : holds) {
      HoldCommand command = command(hold);
      keys.bind(batch, workspace, hold.key())
          .bind("holdNo", hold.holdNo())
          .bind("state", hold.state().name())
          .bind("time", hold.resolved().map(Hold.Event::time))
          .bind("actor", command.actor())
          .bind("reason", command.reason())
          .bind("batchId", command.batchId())
          .add();
    }
    batch.execute();
  }

  private static void write(HoldRow placed, RowSink row) throws SQLException {
    Hold hold = placed.hold;
    HoldCommand resolving = command(hold);
    KeyColumns.write(row, placed.workspace, hold.key())
        .integer(hold.holdNo())
        .text(hold.rule().name())
        .integer(hold.ruleVersion())
        .text(hold.state().name())
        .bytes(EvidenceProtos.toProto(hold.evidence()).toByteArray())
        .time(hold.conversionTime())
        .time(hold.placed().time())
        .text(hold.placed().command().actor())
        .text(hold.placed().command().reason())
        .text(hold.placed().command().batchId())
        .time(hold.resolved().map(Hold.Event::time).orElse(null))
        .text(resolving.actor())
        .text(resolving.reason())
        .text(resolving.batchId());
  }

  private static HoldCommand command(Hold hold) {
    return hold.resolved().map(Hold.Event::command).orElse(HoldCommand.ofRule(""));
  }

  private record HoldRow(String workspace, Hold hold) {}
}
