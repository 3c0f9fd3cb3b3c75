package dev.tributary.runtime.feed;

import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.log.Positions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** The row of one feed in {@code feed_cursor}. */
record CursorStore(String feed) {

  /** Makes the row of a feed that was never followed; leaves an existing one as it is. */
  void create(Handle handle) {
    handle
        .createUpdate(
            "insert into feed_cursor (feed, token) values (:feed, '') on conflict do nothing")
        .bind("feed", feed)
        .execute();
  }

  AppliedPosition load(Handle handle) {
    return select(handle, "select token, record_time from feed_cursor where feed = :feed");
  }

  /** Keeps every other applier of this feed out until the transaction ends. */
  AppliedPosition lock(Handle handle) {
    return select(
        handle, "select token, record_time from feed_cursor where feed = :feed for update");
  }

  void save(Handle handle, AppliedPosition applied) {
    handle
        .createUpdate(
            "update feed_cursor set token = :token, record_time = :recordTime where feed = :feed")
        .bind("feed", feed)
        .bind("token", applied.positions().encode())
        .bind("recordTime", applied.recordTime())
        .execute();
  }

  private AppliedPosition select(Handle handle, String sql) {
    return handle.createQuery(sql).bind("feed", feed).map((row, context) -> applied(row)).one();
  }

  private AppliedPosition applied(ResultSet row) throws SQLException {
    return new AppliedPosition(
        Positions.decodeCursor(feed, row.getString("token")),
        Columns.optionalTime(row, "record_time"),
        Duration.ZERO);
  }
}
