package dev.tributary.attribution.link;

import dev.tributary.attribution.owner.OwnerMapper;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of the table link. */
final class LinkMapper implements RowMapper<StoredLink> {
  /** The columns that it reads, of a table called l. */
  static final String COLUMNS =
      """
      l.shard, l.link_id, l.collaboration_id, l.creator_id, l.campaign_id, l.destination_url, %s,
      l.placement, l.create_time, l.sequence"""
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
