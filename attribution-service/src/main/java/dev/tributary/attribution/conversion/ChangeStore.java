package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.ComponentChanges;
import dev.tributary.attribution.credit.Components;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables refund and amendment. */
final class ChangeStore {
  private static final String RECEIVED =
      "t.received_no, t.receive_time, t.currency_code, " + ComponentColumns.NAMES;

  private final KeyColumns keys = new KeyColumns();
  private final ComponentColumns components = new ComponentColumns();

  /** Everything that happened to these orders, in received order. */
  Map<ConversionKey, List<Received<Change>>> byKeys(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    List<Map.Entry<ConversionKey, Received<Change>>> all = new ArrayList<>();
    keys.rowsOf(
            handle,
            workspace,
            wanted,
            "t.refund_id, t.kind, t.refund_time, t.reversed_refund_id, " + RECEIVED,
            "refund",
            "")
        .map((row, context) -> received(row, refund(row, context)))
        .forEach(all::add);
    keys.rowsOf(
            handle,
            workspace,
            wanted,
            "t.amendment_id, t.amendment_time, " + RECEIVED,
            "amendment",
            "")
        .map((row, context) -> received(row, amendment(row, context)))
        .forEach(all::add);
    all.sort(Comparator.comparingInt(entry -> entry.getValue().receivedNo()));
    return Grouped.of(all);
  }

  /** Adds changes, of whatever kind. */
  void insert(Handle handle, String workspace, Collection<Received<Change>> changes) {
    insert(
        handle,
        workspace,
        changes.stream().filter(change -> change.content() instanceof Refund).toList(),
        "refund",
        "refund_time, kind, reversed_refund_id",
        ":time, :kind, :reversedId");
    insert(
        handle,
        workspace,
        changes.stream().filter(change -> change.content() instanceof Amendment).toList(),
        "amendment",
        "amendment_time",
        ":time");
  }

  private void insert(
      Handle handle,
      String workspace,
      Collection<Received<Change>> changes,
      String table,
      String ownColumns,
      String ownValues) {
    if (changes.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into %1$s (
              %2$s, %1$s_id, received_no, receive_time, currency_code, %3$s, %4$s)
            values (
              %5$s, :id, :receivedNo, :receiveTime, :currency, %6$s, %7$s)"""
                .formatted(
                    table,
                    KeyColumns.NAMES,
                    ownColumns,
                    ComponentColumns.NAMES,
                    KeyColumns.VALUES,
                    ownValues,
                    ComponentColumns.VALUES));
    changes.forEach(change -> bind(batch, workspace, change).add());
    batch.execute();
  }

  private PreparedBatch bind(PreparedBatch batch, String workspace, Received<Change> received) {
    Change change = received.content();
    keys.bind(batch, workspace, change.key());
    if (change instanceof Refund refund) {
      components.bind(batch, refund.components().minor());
      batch
          .bind("kind", refund.kind().name())
          .bind("reversedId", refund.reversedId())
          .bind("currency", refund.currency());
    } else if (change instanceof Amendment amendment) {
      components.bind(batch, amendment.changes().minor());
      batch.bind("currency", amendment.currency());
    }
    return batch
        .bind("id", change.id())
        .bind("time", change.time())
        .bind("receivedNo", received.receivedNo())
        .bind("receiveTime", received.receiveTime());
  }

  private Refund refund(ResultSet row, StatementContext context) throws SQLException {
    return new Refund(
        keys.map(row, context),
        row.getString("refund_id"),
        RefundKind.valueOf(row.getString("kind")),
        Columns.time(row, "refund_time"),
        row.getString("currency_code"),
        new Components(components.map(row, context)),
        row.getString("reversed_refund_id"));
  }

  private Amendment amendment(ResultSet row, StatementContext context) throws SQLException {
    return new Amendment(
        keys.map(row, context),
        row.getString("amendment_id"),
        Columns.time(row, "amendment_time"),
        row.getString("currency_code"),
        new ComponentChanges(components.map(row, context)));
  }

  private static Map.Entry<ConversionKey, Received<Change>> received(ResultSet row, Change change)
      throws SQLException {
    return Map.entry(
        change.key(),
        new Received<>(change, row.getInt("received_no"), Columns.time(row, "receive_time")));
  }
}
