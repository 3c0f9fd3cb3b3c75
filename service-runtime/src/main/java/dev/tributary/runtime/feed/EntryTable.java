package dev.tributary.runtime.feed;

import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.log.Positions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The table {@code feed_entry}, home of every entry that is not a row of its own. Most payloads
 * come with their rows; large ones, which could be a thousand times what a page holds, are fetched
 * on their own until it is full.
 */
public final class EntryTable implements FeedTable {
  /** Such payloads alone are no more than 16 MiB in a page. */
  private static final int INLINE_BYTES_MAX = 16 << 10;

  private static final Comparator<Row> LOG_ORDER =
      Comparator.comparingInt(Row::shard).thenComparingLong(Row::sequence);

  private final RangeQuery<Row> entries =
      new RangeQuery<>(
          """
          select shard, sequence, workspace, kind, record_time,
            octet_length(payload) as payload_bytes,
            case when octet_length(payload) <= %d then payload end as payload
          from feed_entry"""
              .formatted(INLINE_BYTES_MAX),
          (row, context) -> Row.of(row));

  /** The table of the database that the handle belongs to. */
  public EntryTable() {}

  @Override
  public List<StoredEntry> after(Handle handle, Positions from, Positions head, int limit) {
    List<Row> rows = entries.run(handle, ShardRange.between(from, head));
    if (rows.stream().allMatch(row -> row.payload().isPresent())) {
      return rows.stream().map(row -> row.entry(handle)).toList();
    }
    return fitting(rows).stream().map(row -> row.entry(handle)).toList();
  }

  /** The first of the rows until they are more than a page, and one more. */
  private static List<Row> fitting(List<Row> rows) {
    List<Row> sorted = rows.stream().sorted(LOG_ORDER).toList();
    var fitting = new ArrayList<Row>();
    long bytes = 0;
    for (Row row : sorted) {
      fitting.add(row);
      if (bytes > PageReader.PAYLOAD_BYTES_MAX) {
        break;
      }
      bytes += row.payloadBytes();
    }
    return fitting;
  }

  /**
   * A row, whose payload may have stayed in the table.
   *
   * @param start the entry with an empty payload
   */
  private record Row(StoredEntry start, int payloadBytes, Optional<byte[]> payload) {
    static Row of(ResultSet row) throws SQLException {
      var start =
          new StoredEntry(
              row.getInt("shard"),
              row.getLong("sequence"),
              row.getString("workspace"),
              Columns.time(row, "record_time"),
              row.getString("kind"),
              new byte[0]);
      return new Row(
          start, row.getInt("payload_bytes"), Optional.ofNullable(row.getBytes("payload")));
    }

    int shard() {
      return start.shard();
    }

    long sequence() {
      return start.sequence();
    }

    StoredEntry entry(Handle handle) {
      return new StoredEntry(
          start.shard(),
          start.sequence(),
          start.workspace(),
          start.recordTime(),
          start.kind(),
          payload.orElseGet(() -> fetched(handle)));
    }

    private byte[] fetched(Handle handle) {
      return handle
          .createQuery(
              "select payload from feed_entry where shard = :shard and sequence = :sequence")
          .bind("shard", shard())
          .bind("sequence", sequence())
          .mapTo(byte[].class)
          .one();
    }
  }
}
