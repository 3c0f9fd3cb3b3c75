package dev.tributary.runtime.feed;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Rows of a table by pieces of shards, in one statement. One branch for each piece, since both
 * databases answer such a branch from the index on (shard, sequence), while H2 reads the whole
 * table for the same conditions joined by OR.
 *
 * @param select the statement up to its WHERE, for example {@code select shard, sequence from
 *     touch}
 * @param mapper makes an entry of a row
 * @param <T> entries
 */
public record RangeQuery<T>(String select, RowMapper<T> mapper) {

  /** All entries of the pieces, in any order. */
  public List<T> run(Handle handle, List<ShardRange> ranges) {
    if (ranges.isEmpty()) {
      return List.of();
    }
    try (Query query = handle.createQuery(sql(ranges.size()))) {
      int position = 0;
      for (ShardRange range : ranges) {
        query
            .bind(position++, range.shard())
            .bind(position++, range.after())
            .bind(position++, range.last());
      }
      return query.map(mapper).list();
    }
  }

  private String sql(int branches) {
    String branch = select + " where shard = ? and sequence > ? and sequence <= ?";
    return IntStream.range(0, branches)
        .mapToObj(i -> branch)
        .collect(Collectors.joining("\nunion all\n"));
  }
}
