package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.KeyColumns;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.database.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table commission_line. */
final class LineStore {
  private static final BulkInsert<Placed> INSERT =
      new BulkInsert<>(
          "commission_line",
          """
          shard, workspace, statement_no, line_no, collaboration_id, kind, storefront_id,
          conversion_type, order_id, source_id, line_time, approve_time, terms_version, tier_from,
          tier_to, adjusts, earned_minor, refunded_minor, amount_minor""",
          LineStore::write);

  private final KeyColumns keys = new KeyColumns();

  /** Adds the lines of statements. */
  void insert(Handle handle, String workspace, Collection<StatedLine> lines) {
    List<Placed> rows = new ArrayList<>();
    lines.forEach(line -> rows.add(new Placed(workspace, line)));
    INSERT.run(handle, rows);
  }

  /** A page of the lines of a statement, in their order. */
  List<StatedLine> page(
      Handle handle, String workspace, Statement statement, int after, int limit) {
    return handle
        .createQuery(
            """
            select line_no, kind, storefront_id, conversion_type, order_id, source_id, line_time,
              approve_time, terms_version, tier_from, tier_to, adjusts, earned_minor,
              refunded_minor, amount_minor
            from commission_line
            where workspace = :workspace and statement_no = :number and line_no > :after
            order by line_no limit :limit""")
        .bind("workspace", workspace)
        .bind("number", statement.number())
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> line(row, context, statement))
        .list();
  }

  private StatedLine line(ResultSet row, StatementContext context, Statement statement)
      throws SQLException {
    LineKind kind = LineKind.valueOf(row.getString("kind"));
    Optional<ConversionKey> key =
        kind == LineKind.SALE ? Optional.of(keys.map(row, context)) : Optional.empty();
    return new StatedLine(
        statement.number(),
        row.getInt("line_no"),
        statement.owner(),
        statement.currency(),
        new Line(
            kind,
            key,
            row.getString("source_id"),
            Columns.time(row, "line_time"),
            statement.payment().isPresent() ? LineState.PAID : LineState.LOCKED,
            Columns.time(row, "approve_time"),
            row.getInt("terms_version"),
            new Placement(row.getLong("tier_from"), row.getLong("tier_to")),
            row.getBoolean("adjusts"),
            row.getLong("earned_minor"),
            row.getLong("refunded_minor"),
            row.getLong("amount_minor")));
  }

  private static void write(Placed placed, RowSink row) throws SQLException {
    StatedLine stated = placed.line;
    Line line = stated.line();
    String collaborationId = stated.owner().collaborationId();
    row.integer(Collaboration.shard(placed.workspace, collaborationId))
        .text(placed.workspace)
        .bigint(stated.statementNo())
        .integer(stated.lineNo())
        .text(collaborationId)
        .text(line.kind().name())
        .text(line.key().map(ConversionKey::storefrontId).orElse(""))
        .text(line.key().map(key -> key.type().name()).orElse(""))
        .text(line.key().map(ConversionKey::orderId).orElse(""))
        .text(line.sourceId())
        .time(line.time())
        .time(line.approvedFrom())
        .integer(line.termsVersion())
        .bigint(line.place().from())
        .bigint(line.place().to())
        .flag(line.adjusts())
        .bigint(line.earnedMinor())
        .bigint(line.refundedMinor())
        .bigint(line.amountMinor());
  }

  private record Placed(String workspace, StatedLine line) {}
}
