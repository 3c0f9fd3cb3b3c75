package dev.tributary.runtime.feed;

import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.log.Positions;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** The row of one feed in {@code feed_cursor}. */
record CursorStore(String feed) {

  private static final String SELECT =
      "select token, record_time, head_token, missing_time from feed_cursor where feed = :feed";

  /** Makes the row of a feed that was never followed; leaves an existing one as it is. */
  void create(Handle handle) {
    handle
        .createUpdate(
            "insert into feed_cursor (feed, token) values (:feed, '') on conflict do nothing")
        .bind("feed", feed)
        .execute();
  }

  AppliedPosition load(Handle handle) {
    return select(handle, SELECT);
  }

  /** Keeps every other applier of this feed out until the transaction ends. */
  AppliedPosition lock(Handle handle) {
    return select(handle, SELECT + " for update");
  }

  void save(Handle handle, AppliedPosition applied) {
    handle
        .createUpdate(
            """
            update feed_cursor
            set token = :token, record_time = :recordTime,
                head_token = :headToken, missing_time = :missingTime
            where feed = :feed""")
        .bind("feed", feed)
        .bind("token", applied.positions().encode())
        .bind("recordTime", applied.recordTime())
        .bind("headToken", applied.head().encode())
        .bind("missingTime", applied.missingTime())
        .execute();
  }

  private AppliedPosition select(Handle handle, String sql) {
    return handle.createQuery(sql).bind("feed", feed).map((row, context) -> applied(row)).one();
  }

  private AppliedPosition applied(ResultSet row) throws SQLException {
    Positions positions = Positions.decodeCursor(feed, row.getString("token"));
    String head = row.getString("head_token");
    return new AppliedPosition(
        positions,
        Columns.optionalTime(row, "record_time"),
        // A cursor from before heads were kept knows of nothing beyond itself.
        head.isEmpty() ? positions : Positions.decodeCursor(feed, head),
        Columns.optionalTime(row, "missing_time"));
  }
}
