package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.KeyColumns;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of order_hold. */
final class HoldMapper implements RowMapper<Hold> {
  /** The columns that it reads beside the key, of a table called t. */
  static final String COLUMNS =
      """
      t.hold_no, t.rule, t.rule_version, t.state, t.evidence, t.conversion_time, t.create_time,
      t.actor, t.reason, t.batch_id, t.resolve_time, t.resolve_actor, t.resolve_reason,
      t.resolve_batch_id""";

  private final KeyColumns key = new KeyColumns();

  @Override
  public Hold map(ResultSet row, StatementContext context) throws SQLException {
    HoldCommand resolving =
        new HoldCommand(
            row.getString("resolve_actor"),
            row.getString("resolve_reason"),
            row.getString("resolve_batch_id"));
    return new Hold(
        key.map(row, context),
        row.getInt("hold_no"),
        HoldRule.valueOf(row.getString("rule")),
        row.getInt("rule_version"),
        HoldState.valueOf(row.getString("state")),
        EvidenceProtos.stored(row.getBytes("evidence")),
        Columns.time(row, "conversion_time"),
        new Hold.Event(
            Columns.time(row, "create_time"),
            new HoldCommand(
                row.getString("actor"), row.getString("reason"), row.getString("batch_id"))),
        Columns.optionalTime(row, "resolve_time").map(time -> new Hold.Event(time, resolving)));
  }
}
