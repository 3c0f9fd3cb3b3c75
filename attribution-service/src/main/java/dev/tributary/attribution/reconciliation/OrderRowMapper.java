package dev.tributary.attribution.reconciliation;

import dev.tributary.attribution.conversion.StoredContentProtos;
import dev.tributary.attribution.promocode.CodeKey;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of the table conversion, as far as reconciling looks at it. */
final class OrderRowMapper implements RowMapper<OrderRow> {
  /** The columns that it reads beside the order's id, of a table called t. */
  static final String COLUMNS =
      """
      t.conversion_time, t.currency_code, t.test, t.payment_state, t.base_minor,
      t.refunded_minor, t.excess_minor, t.tax_minor, t.shipping_minor, t.tip_minor, t.content""";

  @Override
  public OrderRow map(ResultSet row, StatementContext context) throws SQLException {
    return new OrderRow(
        row.getString("order_id"),
        Columns.time(row, "conversion_time"),
        row.getString("currency_code"),
        row.getBoolean("test"),
        row.getString("payment_state").equals("VOIDED"),
        row.getLong("base_minor"),
        row.getLong("refunded_minor"),
        row.getLong("excess_minor"),
        // A part that was not told is no part of any difference: null reads as 0.
        new Extras(
            row.getLong("tax_minor"), row.getLong("shipping_minor"), row.getLong("tip_minor")),
        StoredContentProtos.read(row.getBytes("content")).codes().stream()
            .map(code -> CodeKey.of(code.code()))
            .collect(Collectors.toSet()));
  }
}
