package dev.tributary.attribution.owner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The owner in the columns collaboration_id, creator_id and campaign_id, which are null together.
 */
public final class OwnerMapper implements RowMapper<Optional<Owner>> {
  /** One is enough: it has no state. */
  public OwnerMapper() {}

  @Override
  public Optional<Owner> map(ResultSet row, StatementContext context) throws SQLException {
    String collaborationId = row.getString("collaboration_id");
    return collaborationId == null
        ? Optional.empty()
        : Optional.of(
            new Owner(collaborationId, row.getString("creator_id"), row.getString("campaign_id")));
  }
}
