package dev.tributary.local.durability;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.DatabaseConfig;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** All that metrics stores of what it followed, row by row. */
final class MetricsTables {
  private MetricsTables() {}

  /** The sorted rows of every table, but for those that say how far the feeds are followed. */
  static SortedMap<String, List<String>> read(DatabaseConfig config) {
    try (Database database = Database.open(config, "db/follower", "db/metrics")) {
      return database.snapshot(MetricsTables::read);
    }
  }

  private static SortedMap<String, List<String>> read(Handle handle) {
    List<String> tables =
        handle
            .createQuery(
                """
                select table_name from information_schema.tables
                where table_schema = 'public'
                  and table_name not like 'feed%' and table_name not like 'flyway%'""")
            .mapTo(String.class)
            .list();
    SortedMap<String, List<String>> rows = new TreeMap<>();
    for (String table : tables) {
      rows.put(
          table,
          handle.createQuery("select * from " + table).map((row, context) -> text(row)).stream()
              .sorted()
              .toList());
    }
    if (rows.getOrDefault("touch", List.of()).isEmpty()) {
      throw new IllegalStateException("no touch in " + rows.keySet() + ": nothing to compare");
    }
    return rows;
  }

  private static String text(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      Object value = row.getObject(i);
      values.add(
          value instanceof Array array
              ? Arrays.toString((Object[]) array.getArray())
              : String.valueOf(value));
    }
    return String.join("|", values);
  }
}
