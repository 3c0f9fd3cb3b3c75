package dev.tributary.attribution.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.PreparedBatch;

/** UTM parameters as they stand in the columns utm_source to utm_id, empty when absent. */
public final class UtmColumns {
  /** The columns, for SELECT and INSERT. */
  public static final String NAMES =
      "utm_source, utm_medium, utm_campaign, utm_term, utm_content, utm_id";

  /** The parameters that {@link #bind} gives values to, in the order of {@link #NAMES}. */
  public static final String VALUES =
      ":utmSource, :utmMedium, :utmCampaign, :utmTerm, :utmContent, :utmId";

  private UtmColumns() {}

  /** The parameters of a row. */
  public static UtmParameters read(ResultSet row) throws SQLException {
    return new UtmParameters(
        row.getString("utm_source"),
        row.getString("utm_medium"),
        row.getString("utm_campaign"),
        row.getString("utm_term"),
        row.getString("utm_content"),
        row.getString("utm_id"));
  }

  /** Binds the parameters. */
  public static PreparedBatch bind(PreparedBatch batch, UtmParameters utm) {
    return batch
        .bind("utmSource", utm.source())
        .bind("utmMedium", utm.medium())
        .bind("utmCampaign", utm.campaign())
        .bind("utmTerm", utm.term())
        .bind("utmContent", utm.content())
        .bind("utmId", utm.id());
  }
}
