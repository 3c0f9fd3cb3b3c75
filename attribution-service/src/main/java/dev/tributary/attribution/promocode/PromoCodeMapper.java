package dev.tributary.attribution.promocode;

import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of the table promo_code. */
final class PromoCodeMapper implements RowMapper<PromoCodeRow> {
  /** The columns that it reads, of a table called c. */
  static final String COLUMNS =
      """
      c.shard, c.code_id, c.storefront_id, c.code, c.code_key, c.start_time, c.end_time,
      c.disabled_since, c.enforced_by, c.credit_policy, c.split_basis_points, c.future_days,
      c.terms, c.rotated_from, c.rotated_to, c.version, c.create_time, c.sequence,
      c.created_start_time, c.created_end_time, c.created_disabled, c.created_enforced_by,
      c.created_credit_policy, c.created_split_basis_points, c.created_future_days,
      c.created_terms""";

  @Override
  public PromoCodeRow map(ResultSet row, StatementContext context) throws SQLException {
    return new PromoCodeRow(
        row.getInt("shard"),
        row.getString("code_id"),
        row.getString("storefront_id"),
        row.getString("code"),
        row.getString("code_key"),
        Columns.optionalTime(row, "start_time"),
        Columns.optionalTime(row, "end_time"),
        Columns.optionalTime(row, "disabled_since"),
        CodeEnforcement.valueOf(row.getString("enforced_by")),
        new CodeCredit(
            CodeCreditPolicy.valueOf(row.getString("credit_policy")),
            row.getInt("split_basis_points"),
            row.getInt("future_days")),
        CodeTermsProtos.stored(row.getBytes("terms")),
        new CodeSuccession(
            Optional.ofNullable(row.getString("rotated_from")),
            Optional.ofNullable(row.getString("rotated_to"))),
        row.getLong("version"),
        Columns.time(row, "create_time"),
        row.getLong("sequence"),
        Columns.optionalTime(row, "created_start_time"),
        Columns.optionalTime(row, "created_end_time"),
        row.getBoolean("created_disabled"),
        CodeEnforcement.valueOf(row.getString("created_enforced_by")),
        new CodeCredit(
            CodeCreditPolicy.valueOf(row.getString("created_credit_policy")),
            row.getInt("created_split_basis_points"),
            row.getInt("created_future_days")),
        CodeTermsProtos.stored(row.getBytes("created_terms")));
  }
}
