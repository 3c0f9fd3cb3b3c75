package dev.tributary.attribution.feed;

import dev.tributary.attribution.touch.Touch;
import dev.tributary.attribution.touch.TouchMapper;
import dev.tributary.attribution.touch.TouchProtos;
import dev.tributary.runtime.feed.FeedTable;
import dev.tributary.runtime.feed.RangeQuery;
import dev.tributary.runtime.feed.ShardRange;
import dev.tributary.runtime.feed.StoredEntry;
import dev.tributary.runtime.log.Positions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table touch, whose rows are entries of the feed themselves. */
public final class TouchTable implements FeedTable {
  private final TouchMapper mapper = new TouchMapper();
  private final RangeQuery<StoredEntry> touches =
      new RangeQuery<>(
          "select workspace, %s from touch".formatted(TouchMapper.COLUMNS), this::entry);

  /** The table of the database that the handle belongs to. */
  public TouchTable() {}

  @Override
  public List<StoredEntry> after(Handle handle, Positions from, Positions head, int limit) {
    return touches.run(handle, ShardRange.between(from, head));
  }

  private StoredEntry entry(ResultSet row, StatementContext context) throws SQLException {
    Touch touch = mapper.map(row, context);
    return new StoredEntry(
        touch.shard(),
        touch.sequence(),
        row.getString("workspace"),
        touch.recordTime(),
        FeedKind.TOUCH.stored(),
        TouchProtos.toFact(touch).toByteArray());
  }
}
