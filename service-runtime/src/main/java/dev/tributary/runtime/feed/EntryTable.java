package dev.tributary.runtime.feed;

import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.log.Positions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table {@code feed_entry}, home of every entry that is not a row of its own. */
public final class EntryTable implements FeedTable {
  private final RangeQuery entries =
      new RangeQuery(
          "select shard, sequence, workspace, kind, payload, record_time from feed_entry",
          (row, context) -> entry(row));

  /** The table of the database that the handle belongs to. */
  public EntryTable() {}

  @Override
  public List<StoredEntry> after(Handle handle, Positions from, Positions head, int limit) {
    return entries.run(handle, ShardRange.between(from, head));
  }

  private static StoredEntry entry(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getInt("shard"),
        row.getLong("sequence"),
        row.getString("workspace"),
        Columns.time(row, "record_time"),
        row.getString("kind"),
        row.getBytes("payload"));
  }
}
