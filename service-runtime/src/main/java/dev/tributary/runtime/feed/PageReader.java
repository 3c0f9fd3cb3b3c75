package dev.tributary.runtime.feed;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.Positions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Reads pages of a log; the same cursor and head always give the same page. */
record PageReader(Database database, List<FeedTable> tables) {
  static final int ENTRIES_MAX = 1_000;

  /**
   * Half of what a gRPC client accepts in a message by default; the other half is for the message
   * around it.
   */
  static final long PAYLOAD_BYTES_MAX = 2L << 20;

  private static final Comparator<StoredEntry> LOG_ORDER =
      Comparator.comparingInt(StoredEntry::shard).thenComparingLong(StoredEntry::sequence);

  /** The page after the cursor; empty if there is nothing. */
  FeedPage<StoredEntry> read(Positions cursor, Positions head) {
    Positions end = ShardRange.nextPage(cursor, head, ENTRIES_MAX);
    int count = Math.toIntExact(cursor.entriesUpTo(end));
    if (count == 0) {
      return new FeedPage<>(List.of(), end, head);
    }
    List<StoredEntry> entries =
        database.readByKeys(
            handle ->
                tables.stream()
                    .flatMap(table -> table.after(handle, cursor, end, count).stream())
                    .sorted(LOG_ORDER)
                    .toList());
    List<StoredEntry> fitting = fitting(entries);
    // A cut page ends with its last entry; a whole one must reach the end that was planned.
    Positions next = fitting.size() == entries.size() ? end : after(cursor, end, fitting);
    return new FeedPage<>(fitting.stream().map(PageReader::item).toList(), next, head)
        .requireFollows(cursor);
  }

  /** The longest beginning that fits into a message, at least one entry. */
  private static List<StoredEntry> fitting(List<StoredEntry> entries) {
    long bytes = 0;
    var fitting = new ArrayList<StoredEntry>();
    for (StoredEntry entry : entries) {
      bytes += entry.payload().length;
      if (bytes > PAYLOAD_BYTES_MAX && !fitting.isEmpty()) {
        break;
      }
      fitting.add(entry);
    }
    return fitting;
  }

  private static Positions after(Positions cursor, Positions end, List<StoredEntry> entries) {
    var last = new TreeMap<Integer, Long>();
    entries.forEach(entry -> last.put(entry.shard(), entry.sequence()));
    return Positions.empty(end.feed(), end.feedId()).merge(cursor).with(last);
  }

  private static FeedItem<StoredEntry> item(StoredEntry entry) {
    return new FeedItem<>(
        entry.shard(), entry.sequence(), entry.workspace(), entry.recordTime(), entry);
  }
}
