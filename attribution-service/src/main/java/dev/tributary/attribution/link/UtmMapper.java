package dev.tributary.attribution.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** UTM parameters in the columns utm_source to utm_id, which are empty when absent. */
public final class UtmMapper implements RowMapper<UtmParameters> {
  /** The columns, for SELECT and INSERT. */
  public static final String COLUMNS =
      "utm_source, utm_medium, utm_campaign, utm_term, utm_content, utm_id";

  /** What {@link #bind} gives values to, in the order of {@link #COLUMNS}. */
  public static final String VALUES =
      ":utmSource, :utmMedium, :utmCampaign, :utmTerm, :utmContent, :utmId";

  /** One is enough: it has no state. */
  public UtmMapper() {}

  @Override
  public UtmParameters map(ResultSet row, StatementContext context) throws SQLException {
    return new UtmParameters(
        row.getString("utm_source"),
        row.getString("utm_medium"),
        row.getString("utm_campaign"),
        row.getString("utm_term"),
        row.getString("utm_content"),
        row.getString("utm_id"));
  }

  /** Binds the parameters to the current row of a batch. */
  public void bind(PreparedBatch batch, UtmParameters utm) {
    batch
        .bind("utmSource", utm.source())
        .bind("utmMedium", utm.medium())
        .bind("utmCampaign", utm.campaign())
        .bind("utmTerm", utm.term())
        .bind("utmContent", utm.content())
        .bind("utmId", utm.id());
  }
}
