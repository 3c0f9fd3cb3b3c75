package dev.tributary.attribution.link;

import dev.tributary.attribution.owner.OwnerMapper;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of the table link. */
final class LinkMapper implements RowMapper<StoredLink> {
  /** The columns that it reads. */
  static final String COLUMNS =
      """
      shard, link_id, collaboration_id, creator_id, campaign_id, destination_url, %s,
      placement, create_time, sequence"""
          .formatted(UtmMapper.COLUMNS);

  private final OwnerMapper owner = new OwnerMapper();
  private final UtmMapper utm = new UtmMapper();

  @Override
  public StoredLink map(ResultSet row, StatementContext context) throws SQLException {
    var link =
        new Link(
            row.getString("link_id"),
            owner.map(row, context),
            row.getString("destination_url"),
            utm.map(row, context),
            row.getString("placement"),
            Columns.time(row, "create_time"));
    return new StoredLink(link, row.getInt("shard"), row.getLong("sequence"));
  }
}
