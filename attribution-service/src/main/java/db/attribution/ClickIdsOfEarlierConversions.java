package db.attribution;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.v1.Conversion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Fills conversion.click_id from the stored messages, in which SQL cannot look. Flyway finds it by
 * its package.
 */
public final class ClickIdsOfEarlierConversions implements JavaMigration {
  private static final int ROWS_AT_ONCE = 1_000;

  /** Made by Flyway. */
  public ClickIdsOfEarlierConversions() {}

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("014");
  }

  @Override
  public String getDescription() {
    return "click ids of earlier conversions";
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
  public void migrate(Context context) throws SQLException, InvalidProtocolBufferException {
    Connection connection = context.getConnection();
    try (Statement select = connection.createStatement();
        PreparedStatement update =
            connection.prepareStatement(
                """
                update conversion set click_id = ?
                where shard = ? and workspace = ? and storefront_id = ? and conversion_type = ?
                  and order_id = ?""")) {
      select.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows =
          select.executeQuery(
              """
              select shard, workspace, storefront_id, conversion_type, order_id, content
              from conversion""")) {
        int waiting = 0;
        while (rows.next()) {
          String clickId = Conversion.parseFrom(rows.getBytes("content")).getClickId();
          if (!clickId.isEmpty()) {
            add(update, clickId, rows);
            waiting++;
          }
          if (waiting == ROWS_AT_ONCE) {
            update.executeBatch();
            waiting = 0;
          }
        }
        update.executeBatch();
      }
    }
  }

  private static void add(PreparedStatement update, String clickId, ResultSet row)
      throws SQLException {
    update.setString(1, clickId);
    update.setInt(2, row.getInt("shard"));
    update.setString(3, row.getString("workspace"));
    update.setString(4, row.getString("storefront_id"));
    update.setString(5, row.getString("conversion_type"));
    update.setString(6, row.getString("order_id"));
    update.addBatch();
  }
}
