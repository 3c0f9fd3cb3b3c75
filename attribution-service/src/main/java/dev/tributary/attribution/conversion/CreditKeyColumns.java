package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.CreditKey;
import dev.tributary.attribution.credit.CreditSource;
import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.owner.OwnerMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The columns that tell whose credit a row is about. */
final class CreditKeyColumns implements RowMapper<CreditKey> {
  /** Their names, for a list of columns. */
  static final String NAMES =
      "source, collaboration_id, creator_id, campaign_id, code_id, link_id, touch_id";

  /** Their values, as {@link #bind} gives them. */
  static final String VALUES =
      ":source, :collaborationId, :creatorId, :campaignId, :codeId, :linkId, :touchId";

  private final OwnerMapper owner = new OwnerMapper();

  @Override
  public CreditKey map(ResultSet row, StatementContext context) throws SQLException {
    return new CreditKey(
        CreditSource.valueOf(row.getString("source")),
        owner.map(row, context),
        row.getString("code_id"),
        row.getString("link_id"),
        row.getString("touch_id"));
  }

  /** Binds the key of a row. */
  PreparedBatch bind(PreparedBatch batch, CreditKey key) {
    return batch
        .bind("source", key.source().name())
        .bind("collaborationId", key.owner().map(Owner::collaborationId))
        .bind("creatorId", key.owner().map(Owner::creatorId))
        .bind("campaignId", key.owner().map(Owner::campaignId))
        .bind("codeId", key.codeId())
        .bind("linkId", key.linkId())
        .bind("touchId", key.touchId());
  }
}
