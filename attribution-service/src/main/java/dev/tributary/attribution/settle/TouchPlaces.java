package dev.tributary.attribution.settle;

import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.feed.FeedTable;
import dev.tributary.runtime.feed.RangeQuery;
import dev.tributary.runtime.feed.ShardRange;
import dev.tributary.runtime.feed.StoredEntry;
import dev.tributary.runtime.log.Positions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The table touch as entries without content: the settler looks touches up by their places, in the
 * database, and never needs them here.
 */
final class TouchPlaces implements FeedTable {
  private static final byte[] NOTHING = {};

  private final RangeQuery touches =
      new RangeQuery(
          "select shard, sequence, workspace, record_time from touch",
          (row, context) -> entry(row));

  @Override
  public List<StoredEntry> after(Handle handle, Positions from, Positions head, int limit) {
    return touches.run(handle, ShardRange.between(from, head));
  }

  private static StoredEntry entry(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getInt("shard"),
        row.getLong("sequence"),
        row.getString("workspace"),
        Columns.time(row, "record_time"),
        FeedKind.TOUCH.stored(),
        NOTHING);
  }
}
