package dev.tributary.attribution.storefront;

import dev.tributary.attribution.credit.TaxMode;
import dev.tributary.attribution.credit.TouchScope;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of the table storefront. */
final class StorefrontMapper implements RowMapper<Storefront> {
  @Override
  public Storefront map(ResultSet row, StatementContext context) throws SQLException {
    return new Storefront(
        row.getString("storefront_id"),
        Columns.optionalText(row, "currency_code"),
        ZoneId.of(row.getString("time_zone")),
        TaxMode.valueOf(row.getString("tax_mode")),
        TouchScope.valueOf(row.getString("touch_scope")),
        CreditRulesProtos.read(row.getBytes("rules")),
        Optional.ofNullable(row.getBytes("hold_settings"))
            .map(HoldSettingsProtos::stored)
            .orElse(HoldSettings.DEFAULTS),
        row.getLong("version"));
  }
}
