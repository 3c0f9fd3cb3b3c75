package dev.tributary.runtime.group;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a power cut left.
 *
 * @param file copy of what was on disk, without its ending
 * @param acknowledged ids that callers were told before the copy began
 */
record PowerCut(Path file, Set<String> acknowledged) {

  /** Opens the copy as a database and looks for what must be there. */
  Damage damage() throws SQLException {
    String url = "jdbc:h2:file:" + file + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    try (Connection connection = DriverManager.getConnection(url)) {
      return new Damage(lost(connection), gaps(connection));
    }
  }

  private Set<String> lost(Connection connection) throws SQLException {
    Set<String> lost = new HashSet<>(acknowledged);
    try (ResultSet rows = connection.createStatement().executeQuery("select id from note")) {
      while (rows.next()) {
        lost.remove(rows.getString(1));
      }
    }
    return lost;
  }

  private static List<String> gaps(Connection connection) throws SQLException {
    List<String> gaps = new ArrayList<>();
    String sql =
        """
        select h.shard, h.last_sequence, count(n.sequence), coalesce(max(n.sequence), 0)
        from feed_head h left join note n on n.shard = h.shard group by h.shard, h.last_sequence
        having count(n.sequence) <> h.last_sequence
          or coalesce(max(n.sequence), 0) <> h.last_sequence""";
    try (ResultSet row = connection.createStatement().executeQuery(sql)) {
      while (row.next()) {
        gaps.add(
            "shard %d: head %d, %d rows up to %d"
                .formatted(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)));
      }
    }
    return gaps;
  }

  /**
   * What is wrong after a power cut.
   *
   * @param lost ids that were acknowledged and are not there any more
   * @param gaps shards whose rows are not numbered from 1 to their head
   */
  record Damage(Set<String> lost, List<String> gaps) {
    static final Damage NONE = new Damage(Set.of(), List.of());
  }
}
