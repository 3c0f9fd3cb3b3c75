package dev.tributary.bench.store;

import dev.tributary.runtime.log.Shards;
import java.sql.Connection;
import java.util.stream.IntStream;

/** How far the feed of a service has come, read behind its back: the server's own count. */
public final class TouchHeads {
  private TouchHeads() {}

  /** Entries in the feed, of all shards. */
  public static long entries(Connection connection) {
    return Sql.number(connection, "select sum(last_sequence) from feed_head");
  }

  /** Writes the heads for rows that were put into the table by hand. */
  static void set(Connection connection, long[] last) {
    for (int shard = 0; shard < Shards.COUNT; shard++) {
      Sql.execute(
          connection,
          "update feed_head set last_sequence = %d where shard = %d".formatted(last[shard], shard));
    }
  }

  /** Last sequence of every shard. */
  static long[] of(Connection connection) {
    return IntStream.range(0, Shards.COUNT)
        .mapToLong(
            shard ->
                Sql.number(
                    connection, "select last_sequence from feed_head where shard = " + shard))
        .toArray();
  }
}
