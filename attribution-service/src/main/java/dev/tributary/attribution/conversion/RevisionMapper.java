package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.CodePolicy;
import dev.tributary.attribution.credit.Model;
import dev.tributary.attribution.credit.OwnRules;
import dev.tributary.attribution.credit.OwnRulesProtos;
import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.credit.RevenueBase;
import dev.tributary.attribution.credit.TouchScope;
import dev.tributary.attribution.credit.UnattributedReason;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of conversion_revision, without its decision. */
final class RevisionMapper implements RowMapper<Revision> {
  /** The columns that it reads, of a table called u. */
  static final String COLUMNS =
      """
      u.revision, u.reason, u.policy_version, u.base, u.code_policy, u.lookback_seconds,
      u.touch_scope, u.model, u.rules, u.unattributed_reason, u.decide_time""";

  @Override
  public Revision map(ResultSet row, StatementContext context) throws SQLException {
    OwnRules rules = OwnRulesProtos.read(row.getBytes("rules"));
    return new Revision(
        row.getInt("revision"),
        RevisionReason.valueOf(row.getString("reason")),
        new Policy(
            row.getInt("policy_version"),
            RevenueBase.valueOf(row.getString("base")),
            CodePolicy.valueOf(row.getString("code_policy")),
            Duration.ofSeconds(row.getLong("lookback_seconds")),
            TouchScope.valueOf(row.getString("touch_scope")),
            Model.valueOf(row.getString("model")),
            rules.windows(),
            rules.stickyMonths()),
        Columns.optionalText(row, "unattributed_reason").map(UnattributedReason::valueOf),
        Columns.time(row, "decide_time"),
        Optional.empty());
  }
}
