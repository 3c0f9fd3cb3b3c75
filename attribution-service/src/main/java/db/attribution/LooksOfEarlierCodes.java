package db.attribution;

import dev.tributary.attribution.promocode.Skeleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Fills promo_code.code_skeleton, which SQL cannot compute. Flyway finds it by its package. */
public final class LooksOfEarlierCodes implements JavaMigration {
  private static final int ROWS_AT_ONCE = 1_000;

  /** Made by Flyway. */
  public LooksOfEarlierCodes() {}

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("016");
  }

  @Override
  public String getDescription() {
    return "looks of earlier codes";
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
    try (Statement select = connection.createStatement();
        PreparedStatement update =
            connection.prepareStatement(
                """
                update promo_code set code_skeleton = ?
                where shard = ? and workspace = ? and code_id = ?""")) {
      select.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows =
          select.executeQuery("select shard, workspace, code_id, code_key from promo_code")) {
        int waiting = 0;
        while (rows.next()) {
          add(update, rows);
          waiting++;
          if (waiting == ROWS_AT_ONCE) {
            update.executeBatch();
            waiting = 0;
          }
        }
        update.executeBatch();
      }
    }
  }

  private static void add(PreparedStatement update, ResultSet row) throws SQLException {
    update.setString(1, Skeleton.of(row.getString("code_key")));
    update.setInt(2, row.getInt("shard"));
    update.setString(3, row.getString("workspace"));
    update.setString(4, row.getString("code_id"));
    update.addBatch();
  }
}
