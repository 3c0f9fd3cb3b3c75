package db.attribution;

import dev.tributary.attribution.promocode.CodeKey;
import dev.tributary.attribution.promocode.Skeleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Gives codes that were made before separators were dropped the key and the skeleton without them.
 * Where two codes of a shop would have one key, the one that is spelled without separators has it,
 * else the one that was made first; the others keep theirs, by which they are found as they were
 * typed before.
 */
public final class KeysOfEarlierCodes implements JavaMigration {
  private static final int ROWS_AT_ONCE = 1_000;

  /** Made by Flyway. */
  public KeysOfEarlierCodes() {}

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("024");
  }

  @Override
  public String getDescription() {
    return "keys of earlier codes";
  }

  /** None: the version alone tells that it ran. */
  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    List<Separated> codes = separated(connection);
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                select 1 from promo_code
                where workspace = ? and storefront_id = ? and code_key = ? limit 1""");
        PreparedStatement update =
            connection.prepareStatement(
                """
                update promo_code set code_key = ?, code_skeleton = ?
                where shard = ? and workspace = ? and code_id = ?""")) {
      for (Separated code : codes) {
        boolean keepsKey = code.newKey.isEmpty() || isTaken(select, code);
        update.setString(1, keepsKey ? code.oldKey : code.newKey);
        update.setString(2, Skeleton.of(code.newKey));
        update.setInt(3, code.shard);
        update.setString(4, code.workspace);
        update.setString(5, code.codeId);
        update.executeUpdate();
      }
    }
  }

  /** The codes whose key has separators, those made first first. */
  private static List<Separated> separated(Connection connection) throws SQLException {
    List<Separated> codes = new ArrayList<>();
    try (Statement select = connection.createStatement()) {
      select.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows =
          select.executeQuery(
              """
              select shard, workspace, code_id, storefront_id, code, code_key from promo_code
              order by create_time, code_id, workspace""")) {
        while (rows.next()) {
          String newKey = CodeKey.of(rows.getString("code"));
          if (!newKey.equals(rows.getString("code_key"))) {
            codes.add(
                new Separated(
                    rows.getInt("shard"),
                    rows.getString("workspace"),
                    rows.getString("code_id"),
                    rows.getString("storefront_id"),
                    rows.getString("code_key"),
                    newKey));
          }
        }
      }
    }
    return codes;
  }

  private static boolean isTaken(PreparedStatement select, Separated code) throws SQLException {
    select.setString(1, code.workspace);
    select.setString(2, code.storefrontId);
    select.setString(3, code.newKey);
    try (ResultSet rows = select.executeQuery()) {
      return rows.next();
    }
  }

  private record Separated(
      int shard,
      String workspace,
      String codeId,
      String storefrontId,
      String oldKey,
      String newKey) {}
}
