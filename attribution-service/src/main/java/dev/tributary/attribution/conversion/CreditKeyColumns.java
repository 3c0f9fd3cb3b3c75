package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.CreditKey;
import dev.tributary.attribution.credit.CreditSource;
import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.owner.OwnerMapper;
import dev.tributary.runtime.database.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** The columns that tell whose credit a row is about. */
final class CreditKeyColumns implements RowMapper<CreditKey> {
  /** Their names, for a list of columns. */
  static final String NAMES =
      "source, collaboration_id, creator_id, campaign_id, code_id, link_id, touch_id";

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

  /** Gives the key of a row to be inserted, in the order of {@link #NAMES}. */
  static RowSink write(RowSink row, CreditKey key) throws SQLException {
    return row.text(key.source().name())
        .text(key.owner().map(Owner::collaborationId).orElse(null))
        .text(key.owner().map(Owner::creatorId).orElse(null))
        .text(key.owner().map(Owner::campaignId).orElse(null))
        .text(key.codeId())
        .text(key.linkId())
        .text(key.touchId());
  }
}
