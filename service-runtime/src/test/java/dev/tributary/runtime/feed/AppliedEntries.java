package dev.tributary.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.Positions;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Effects that show how often each entry was applied. */
record AppliedEntries(Database database) {

  /** An applier. */
  static void insert(Handle handle, List<FeedItem<FeedEntry>> items) {
    var batch = handle.prepareBatch("insert into applied_entry (shard, sequence) values (?, ?)");
    items.forEach(item -> batch.add(item.shard(), item.sequence()));
    batch.execute();
  }

  /** Fails unless everything up to the position was applied, and nothing of it twice. */
  void requireExactly(Positions head) {
    var last = new TreeMap<Integer, Long>();
    database
        .read(
            handle ->
                handle
                    .createQuery(
                        "select shard, sequence from applied_entry order by shard, sequence")
                    .map(
                        (row, context) ->
                            new ShardRange(
                                row.getInt("shard"),
                                row.getLong("sequence") - 1,
                                row.getLong("sequence")))
                    .list())
        .forEach(
            entry -> {
              assertThat(entry.after())
                  .as("before %s", entry)
                  .isEqualTo(last.getOrDefault(entry.shard(), 0L));
              last.put(entry.shard(), entry.last());
            });
    assertThat(last).isEqualTo(head.sequences());
  }
}
